import 'server-only';
import type { Db } from '@/lib/db/db';
import { domainMappings, domains } from '@/lib/db/schema';
import { readInventory } from '@/lib/inventory/read-inventory';
import { findUnowned } from './find-unowned';
import type { UnownedHost } from './model';

/**
 * What is on AWS and no tenant's, from the cache. Only for who deals with all tenants: what is somebody else's can't be told from what is
 * nobody's otherwise.
 */
export async function listUnowned(db: Db, search = ''): Promise<UnownedHost[]> {
  const [gatewayDomains, mappings, certificates, records, rows, wanted] = await Promise.all([
    readInventory(db, 'gateway-domain'),
    readInventory(db, 'mapping'),
    readInventory(db, 'certificate'),
    readInventory(db, 'record-set'),
    db
      .select({
        id: domains.id,
        hostname: domains.hostname,
        gatewayDomainName: domains.gatewayDomainName,
        certificateArn: domains.certificateArn,
      })
      .from(domains),
    db.select({ domainId: domainMappings.domainId, basePath: domainMappings.basePath }).from(domainMappings),
  ]);
  const paths = new Map<string, string[]>();
  for (const { domainId, basePath } of wanted) paths.set(domainId, [...(paths.get(domainId) ?? []), basePath]);
  const hosts = findUnowned({
    gatewayDomains,
    mappings,
    certificates,
    records,
    domains: rows.map((row) => ({ ...row, basePaths: paths.get(row.id) ?? [] })),
  });
  const text = search.trim().toLowerCase();
  if (text === '') return hosts;
  return hosts.filter(
    ({ hostname, things }) =>
      hostname.includes(text) || things.some(({ id, detail }) => `${id} ${detail}`.toLowerCase().includes(text)),
  );
}
