import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { inventory } from '@/lib/db/schema';
import type { InventoryKind, InventoryKinds } from './model';

/** The cached items of a kind, in the order of their keys. Never asks AWS; how fresh they are, `readSyncStates` tells. */
export async function readInventory<Kind extends InventoryKind>(db: Db, kind: Kind): Promise<InventoryKinds[Kind][]> {
  const rows = await db
    .select({ data: inventory.data })
    .from(inventory)
    .where(eq(inventory.kind, kind))
    .orderBy(asc(inventory.key));
  return rows.map((row) => row.data as InventoryKinds[Kind]);
}
