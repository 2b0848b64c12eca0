import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { groupBy } from '@/lib/group-by';
import { readInventory } from '@/lib/inventory/read-inventory';
import type { ReachedFrom } from './model';

/** Where clients reach the gateway: each base path of each hostname, by hostname. From the cache. */
export async function readReach(db: Db, restApiId: string): Promise<ReachedFrom[]> {
  const [mappings, hosts] = await Promise.all([
    readInventory(db, 'mapping'),
    db
      .select({
        hostname: domains.hostname,
        gatewayDomainName: domains.gatewayDomainName,
        tenantSlug: tenants.slug,
        tenantName: tenants.name,
      })
      .from(domains)
      .innerJoin(tenants, eq(domains.tenantId, tenants.id))
      .orderBy(asc(domains.hostname)),
  ]);
  const byGatewayDomain = groupBy(hosts, ({ gatewayDomainName }) => gatewayDomainName);
  return mappings
    .filter((mapping) => mapping.restApiId === restApiId)
    .flatMap(({ domainName, basePath, stage }) => {
      const served = byGatewayDomain.get(domainName) ?? [{ hostname: domainName, tenantSlug: null, tenantName: null }];
      return served.map(({ hostname, tenantSlug, tenantName }) => ({
        name: hostname,
        basePath,
        stage,
        tenantSlug,
        tenantName,
      }));
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.basePath < b.basePath ? -1 : 1));
}
