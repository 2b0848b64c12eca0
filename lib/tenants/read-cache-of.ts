import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { inventory } from '@/lib/db/schema';
import type {
  Certificate,
  GatewayDomain,
  HostedZone,
  InventoryKind,
  InventoryKinds,
  Mapping,
} from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';

/** What the cache knows of the AWS resources that some domains use. */
export interface TenantCache {
  certificates: Certificate[];
  gatewayDomains: GatewayDomain[];
  /** Of the custom domain names that serve them. */
  mappings: Mapping[];
  zones: HostedZone[];
}

interface UsesAws {
  certificateArn: string | null;
  gatewayDomainName: string;
}

/** Reads just these domains' part of the cache: the whole of it is large where there are a thousand tenants. */
export async function readCacheOf(db: Db, domains: UsesAws[]): Promise<TenantCache> {
  const names = [...new Set(domains.map((domain) => domain.gatewayDomainName))];
  const [gatewayDomains, mappings, zones] = await Promise.all([
    readItems(db, 'gateway-domain', names),
    readMappings(db, names),
    readInventory(db, 'hosted-zone'),
  ]);
  const arns = [...domains, ...gatewayDomains].flatMap((one) => one.certificateArn ?? []);
  return { certificates: await readItems(db, 'certificate', [...new Set(arns)]), gatewayDomains, mappings, zones };
}

async function readItems<Kind extends InventoryKind>(
  db: Db,
  kind: Kind,
  keys: string[],
): Promise<InventoryKinds[Kind][]> {
  if (keys.length === 0) return [];
  const rows = await db
    .select({ data: inventory.data })
    .from(inventory)
    .where(and(eq(inventory.kind, kind), inArray(inventory.key, keys)));
  return rows.map((row) => row.data as InventoryKinds[Kind]);
}

/** Their keys are `<domain name>/<base path>`. */
async function readMappings(db: Db, names: string[]): Promise<Mapping[]> {
  if (names.length === 0) return [];
  const rows = await db
    .select({ data: inventory.data })
    .from(inventory)
    .where(and(eq(inventory.kind, 'mapping'), inArray(sql`split_part(${inventory.key}, '/', 1)`, names)))
    .orderBy(inventory.key);
  return rows.map((row) => row.data as Mapping);
}
