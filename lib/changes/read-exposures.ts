import 'server-only';
import { eq } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import type { Exposure } from '@/lib/gateway/blast-radius';
import { groupBy } from '@/lib/group-by';
import { readInventory } from '@/lib/inventory/read-inventory';

/**
 * Where the gateway can be reached: every mapping of a custom domain name, by each hostname that it serves, with the tenant whose it is.
 * Those of tenants outside of `limit` are there to be counted, without their names. From the cache.
 */
export async function readExposures(db: Db, restApiId: string, limit: TenantLimit): Promise<Exposure[]> {
  const [mappings, served] = await Promise.all([
    readInventory(db, 'mapping'),
    db
      .select({
        hostname: domains.hostname,
        gatewayDomainName: domains.gatewayDomainName,
        tenantSlug: tenants.slug,
        tenantName: tenants.name,
      })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId)),
  ]);
  const byName = groupBy(served, ({ gatewayDomainName }) => gatewayDomainName);
  const exposures = mappings
    .filter((mapping) => mapping.restApiId === restApiId)
    .flatMap(({ domainName, basePath, stage }): Exposure[] => {
      const hosts = byName.get(domainName) ?? [];
      if (hosts.length === 0) return [{ domain: domainName, basePath, stage, tenantSlug: null, tenantName: null }];
      return hosts.map(({ hostname, tenantSlug, tenantName }) => {
        return { domain: hostname, basePath, stage, tenantSlug, tenantName };
      });
    });
  return limit === null ? exposures : hideOthers(exposures, limit);
}

function hideOthers(exposures: readonly Exposure[], limit: readonly string[]): Exposure[] {
  const standIns = new Map<string, string>();
  const standInOf = (what: string, name: string) => {
    const key = `${what} ${name}`;
    const standIn = standIns.get(key) ?? `${what}-${standIns.size + 1}`;
    standIns.set(key, standIn);
    return standIn;
  };
  return exposures.map((exposure) => {
    const { domain, tenantSlug } = exposure;
    if (tenantSlug !== null && limit.includes(tenantSlug)) return exposure;
    return {
      ...exposure,
      domain: standInOf('domain', domain),
      tenantSlug: tenantSlug === null ? null : standInOf('tenant', tenantSlug),
      tenantName: null,
      hidden: true,
    };
  });
}
