import 'server-only';
import type { Db } from '@/lib/db/db';
import { inventorySync } from '@/lib/db/schema';
import { inventoryKinds } from './item-key';
import type { SyncState } from './model';

/** How fresh each kind of the cache is; kinds that were never read are listed, too. */
export async function readSyncStates(db: Db): Promise<SyncState[]> {
  const rows = await db.select().from(inventorySync);
  return inventoryKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return {
      kind,
      seenAt: row?.seenAt?.toISOString() ?? null,
      failedAt: row?.failedAt?.toISOString() ?? null,
      failure: row?.failure ?? null,
    };
  });
}
