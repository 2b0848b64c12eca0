import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
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

/** The cached certificate of an ARN; null when there is none such. */
export async function readCertificate(db: Db, arn: string): Promise<InventoryKinds['certificate'] | null> {
  const [row] = await db
    .select({ data: inventory.data })
    .from(inventory)
    .where(and(eq(inventory.kind, 'certificate'), eq(inventory.key, arn)));
  return (row?.data as InventoryKinds['certificate'] | undefined) ?? null;
}

/** The cached record sets of these names, in all zones. */
export async function readRecordSets(db: Db, names: string[]): Promise<InventoryKinds['record-set'][]> {
  if (names.length === 0) return [];
  const rows = await db
    .select({ data: inventory.data })
    .from(inventory)
    .where(and(eq(inventory.kind, 'record-set'), inArray(sql`${inventory.data}->>'name'`, names)));
  return rows.map((row) => row.data as InventoryKinds['record-set']);
}
