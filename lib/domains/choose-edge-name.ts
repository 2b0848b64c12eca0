import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains, inventory } from '@/lib/db/schema';
import { nextEdgeName } from '@/lib/domains/edge-name';
import { readDomainSettings } from '@/lib/domains/settings/read-settings';
import { readInventory } from '@/lib/inventory/read-inventory';

/**
 * The stable name for a tenant's next domain, and its zone; null where no zone is set for them. Runs in the caller's transaction:
 * until its end nobody else gets one.
 */
export async function chooseEdgeName(tx: Db, slug: string): Promise<{ edgeName: string; edgeZoneId: string } | null> {
  const { edgeZoneId, edgeLabel: label } = await readDomainSettings(tx);
  if (edgeZoneId === '') return null;
  const zone = (await readInventory(tx, 'hosted-zone')).find((one) => one.id === edgeZoneId && !one.private);
  if (zone === undefined) return null;
  await tx.execute(sql`select pg_advisory_xact_lock(7041776218)`);
  const rows = await tx.select({ name: domains.edgeName }).from(domains).where(eq(domains.edgeZoneId, edgeZoneId));
  // Also what stands in the zone: names from before the database was rebuilt are in use.
  const there = await tx
    .select({ name: sql<string>`${inventory.data}->>'name'` })
    .from(inventory)
    .where(and(eq(inventory.kind, 'record-set'), sql`${inventory.data}->>'zoneId' = ${edgeZoneId}`));
  const taken = [...rows, ...there].flatMap(({ name }) => name ?? []);
  return { edgeName: nextEdgeName({ slug, label, zoneName: zone.name, taken }), edgeZoneId };
}
