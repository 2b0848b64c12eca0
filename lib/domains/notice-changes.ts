import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains } from '@/lib/db/schema';
import { placeOf } from '@/lib/domains/decide/intervals';
import { readServing, servedBy } from '@/lib/domains/served-by';

/** A deployment to a stage that serves a thousand domains makes them due over this time, not all at once. */
const spreadMs = 60_000;

/**
 * Makes Live domains due whose certificate, target or deployment has changed by what the inventory sync saw, so that a bad change is
 * noticed within a minute or two, however rarely they are looked at. Database only.
 */
export async function noticeChanges(db: Db, now: Date): Promise<void> {
  const known = sql<string | null>`${domains.status}->'watch'->>'servedBy'`;
  const later = new Date(now.getTime() + spreadMs);
  const rows = await db
    .select({ id: domains.id, gatewayDomainName: domains.gatewayDomainName, known })
    .from(domains)
    .where(and(eq(domains.intent, 'present'), sql`${known} is not null`, gt(domains.nextCheckAt, later)));
  if (rows.length === 0) return;
  const serving = await readServing(db, null);
  for (const row of rows) {
    const current = servedBy(row, serving);
    if (current === null || current === row.known) continue;
    const due = new Date(now.getTime() + spreadMs * placeOf(row.id));
    // Unless somebody asked for an earlier look meanwhile.
    await db
      .update(domains)
      .set({ nextCheckAt: due })
      .where(and(eq(domains.id, row.id), gt(domains.nextCheckAt, due)));
  }
}
