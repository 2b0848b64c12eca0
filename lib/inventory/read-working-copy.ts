import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { workingCopies } from '@/lib/db/schema';
import type { GatewayIds, Snapshot } from '@/lib/gateway/model';
import { readSnapshot } from './snapshots';

/** The editable side of a REST API as it was read at one moment. */
export interface WorkingCopy {
  snapshot: Snapshot;
  hash: string;
  ids: GatewayIds;
  /** Start of the read. */
  seenAt: Date;
}

/** The working copy from the cache; null when it was never read. */
export async function readWorkingCopy(db: Db, restApiId: string): Promise<WorkingCopy | null> {
  const [row] = await db.select().from(workingCopies).where(eq(workingCopies.restApiId, restApiId));
  if (!row) return null;
  const { snapshotHash: hash, ids, seenAt } = row;
  return { snapshot: await readSnapshot(db, hash), hash, ids, seenAt };
}
