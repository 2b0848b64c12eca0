import 'server-only';
import { asc } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readInventory } from '@/lib/inventory/read-inventory';

/** What people can be limited to. From the cache. */
export async function readAccessOptions(
  db: Db,
): Promise<{ tenants: { slug: string; name: string }[]; stages: string[] }> {
  const [rows, stages, restApiId] = await Promise.all([
    db.select({ slug: tenants.slug, name: tenants.name }).from(tenants).orderBy(asc(tenants.name)),
    readInventory(db, 'stage'),
    getGatewayId(db),
  ]);
  const names = stages.flatMap((stage) => (stage.restApiId === restApiId ? stage.name : []));
  return { tenants: rows, stages: names.sort() };
}
