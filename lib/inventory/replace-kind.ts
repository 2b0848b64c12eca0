import 'server-only';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { inventory, inventorySync } from '@/lib/db/schema';
import { itemKey } from './item-key';
import type { InventoryKind, InventoryKinds } from './model';

const chunk = 500;

/**
 * Makes a kind of the cache what AWS answered since `seenAt`, in one transaction. Only what changed is written: the sync
 * comes by every minute, and rewriting all rows would bloat the embedded database. Rows that a domain's pass has written
 * since then stay: it saw them later than the sync did.
 *
 * @param isKept keys of what was not asked about this time, and stays as it is
 */
export async function replaceKind<Kind extends InventoryKind>(
  db: Db,
  kind: Kind,
  items: readonly InventoryKinds[Kind][],
  seenAt: Date,
  isKept: (key: string) => boolean = () => false,
): Promise<void> {
  const rows = [...new Map(items.map((item) => [itemKey(kind, item), item]))].map(([key, data]) => ({
    kind,
    key,
    data,
    seenAt,
  }));
  await db.transaction(async (tx) => {
    if (!(await isNewest(tx, kind, seenAt))) return;
    const known = await tx
      .select({ key: inventory.key })
      .from(inventory)
      .where(and(eq(inventory.kind, kind), lte(inventory.seenAt, seenAt)));
    const wanted = new Set(rows.map((row) => row.key));
    const gone = known.filter(({ key }) => !wanted.has(key) && !isKept(key)).map(({ key }) => key);
    for (let at = 0; at < gone.length; at += chunk) {
      const keys = gone.slice(at, at + chunk);
      await tx.delete(inventory).where(and(eq(inventory.kind, kind), inArray(inventory.key, keys)));
    }
    for (let at = 0; at < rows.length; at += chunk) {
      await tx
        .insert(inventory)
        .values(rows.slice(at, at + chunk))
        .onConflictDoUpdate({
          target: [inventory.kind, inventory.key],
          set: { data: sql`excluded.data`, seenAt: sql`excluded.seen_at` },
          setWhere: sql`${inventory.data} is distinct from excluded.data and ${inventory.seenAt} <= excluded.seen_at`,
        });
    }
  });
}

/** Marks the kind as seen, and by that lets runs that overlap wait for each other; false when a later one was faster. */
async function isNewest(tx: Db, kind: InventoryKind, seenAt: Date): Promise<boolean> {
  const state = { kind, seenAt, failedAt: null, failure: null };
  const marked = await tx
    .insert(inventorySync)
    .values(state)
    .onConflictDoUpdate({
      target: inventorySync.kind,
      set: state,
      setWhere: sql`${inventorySync.seenAt} is null or ${inventorySync.seenAt} <= excluded.seen_at`,
    })
    .returning({ kind: inventorySync.kind });
  return marked.length > 0;
}

/** Notes that a kind could not be read; what the cache holds of it stays. */
export async function noteFailure(db: Db, kind: InventoryKind, failure: string, failedAt: Date): Promise<void> {
  await db
    .insert(inventorySync)
    .values({ kind, failedAt, failure })
    .onConflictDoUpdate({ target: inventorySync.kind, set: { failedAt, failure } });
}
