import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains } from '@/lib/db/schema';
import type { OpenDomain } from '@/lib/mail/compose';

/** A tenant's domains that wait for it, with the records that are left. */
export async function openDomainsOf(db: Db, tenantId: string): Promise<(OpenDomain & { id: string; since: Date })[]> {
  const rows = await db
    .select()
    .from(domains)
    .where(and(eq(domains.tenantId, tenantId), eq(domains.intent, 'present'), eq(domains.actor, 'tenant')))
    .orderBy(domains.hostname);
  return rows.map(({ id, hostname, status, headlineSince }) => ({
    id,
    hostname,
    since: headlineSince,
    records: status?.records.filter(({ actor, verdict }) => actor === 'tenant' && verdict !== 'ok') ?? [],
    deadline: status?.deadline ?? null,
  }));
}
