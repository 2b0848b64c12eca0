import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { inventory } from '@/lib/db/schema';
import { itemKey } from './item-key';
import type { InventoryKind, InventoryKinds } from './model';

/** Puts single items that were seen apart from a sync into the cache, so that pages show them before the next sync comes by. */
export async function putItems<Kind extends InventoryKind>(
  db: Db,
  kind: Kind,
  items: readonly InventoryKinds[Kind][],
  seenAt: Date,
): Promise<void> {
  if (items.length === 0) return;
  await db
    .insert(inventory)
    .values(items.map((data) => ({ kind, key: itemKey(kind, data), data, seenAt })))
    .onConflictDoUpdate({
      target: [inventory.kind, inventory.key],
      set: { data: sql`excluded.data`, seenAt: sql`excluded.seen_at` },
      setWhere: sql`${inventory.data} is distinct from excluded.data`,
    });
}
