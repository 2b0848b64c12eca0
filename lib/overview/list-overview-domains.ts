import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import type { Actor, Headline } from '@/lib/domains/model';
import { withinLimit } from '@/lib/tenants/within-limit';
import type { OverviewDomain } from './model';

/** The domains of somebody's tenants, by tenant and hostname; and how many tenants have none. No AWS call. */
export async function listOverviewDomains(
  db: Db,
  limit: TenantLimit,
): Promise<{ domains: OverviewDomain[]; tenantsWithoutDomain: number }> {
  const rows = await db
    .select({
      hostname: domains.hostname,
      tenantSlug: tenants.slug,
      tenantName: tenants.name,
      headline: domains.headline,
      // Only the sentence: a whole status is kilobytes, and there may be a thousand.
      sentence: sql<string | null>`${domains.status}->>'sentence'`,
      failing: sql<OverviewDomain['failing']>`${domains.status}->'watch'->'failing'`,
      actor: domains.actor,
      since: domains.headlineSince,
      gatewayDomainName: domains.gatewayDomainName,
    })
    .from(tenants)
    .leftJoin(domains, eq(domains.tenantId, tenants.id))
    .where(withinLimit(tenants.slug, limit))
    .orderBy(asc(tenants.name), asc(domains.hostname));
  return {
    tenantsWithoutDomain: rows.filter((row) => row.hostname === null).length,
    domains: rows.flatMap((row) =>
      row.hostname === null
        ? []
        : {
            hostname: row.hostname,
            tenantSlug: row.tenantSlug,
            tenantName: row.tenantName,
            headline: row.headline as Headline,
            sentence: row.sentence ?? 'Not looked at yet.',
            failing: row.failing,
            actor: row.actor as Actor,
            since: (row.since ?? new Date(0)).toISOString(),
            gatewayDomainName: row.gatewayDomainName ?? row.hostname,
          },
    ),
  };
}
