import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import type { Exposure } from '@/lib/gateway/blast-radius';
import { groupBy } from '@/lib/group-by';
import { readInventory } from '@/lib/inventory/read-inventory';

/**
 * Where the gateway can be reached: every mapping of a custom domain name, by each hostname that it serves, with the tenant whose it is.
 * From the cache.
 */
export async function readExposures(db: Db, restApiId: string): Promise<Exposure[]> {
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
  return mappings
    .filter((mapping) => mapping.restApiId === restApiId)
    .flatMap(({ domainName, basePath, stage }): Exposure[] => {
      const hosts = byName.get(domainName) ?? [];
      if (hosts.length === 0) return [{ domain: domainName, basePath, stage, tenantSlug: null, tenantName: null }];
      return hosts.map(({ hostname, tenantSlug, tenantName }) => {
        return { domain: hostname, basePath, stage, tenantSlug, tenantName };
      });
    });
}
