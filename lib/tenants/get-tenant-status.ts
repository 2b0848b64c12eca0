import 'server-only';
import type { Db } from '@/lib/db/db';
import type { Actor, Headline } from '@/lib/domains/model';
import type { TenantStatus } from '@/lib/tenants/model';
import { readTenant, type StoredTenant } from '@/lib/tenants/read-tenant';

/** What the tenant's page asks for every few seconds, or null when there is no such tenant (any more). */
export async function getTenantStatus(db: Db, slug: string, now: Date): Promise<TenantStatus | null> {
  const stored = await readTenant(db, slug);
  return stored === null ? null : toTenantStatus(stored, now);
}

/** Reshapes a stored tenant into its status; pure. */
export function toTenantStatus(stored: StoredTenant, now: Date): TenantStatus {
  const domains = stored.domains.map((row) => ({
    id: row.id,
    hostname: row.hostname,
    headline: row.headline as Headline,
    actor: row.actor as Actor,
    sentence: row.status?.sentence ?? 'Not looked at yet.',
    checkedAt: row.status?.checkedAt ?? null,
    nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
  }));
  const due = (at: string | null) => at !== null && Date.parse(at) <= now.getTime();
  const moving = domains.some(
    (domain) => ['Draft', 'Working', 'Offboarding'].includes(domain.headline) || due(domain.nextCheckAt),
  );
  return { version: stored.version, moving, now: now.toISOString(), domains };
}
