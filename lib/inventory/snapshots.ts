import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { snapshots } from '@/lib/db/schema';
import { canonicalise } from '@/lib/gateway/canonicalise';
import type { Snapshot } from '@/lib/gateway/model';
import { hashOf } from './hash-of';
import { Recent } from './recent';

/** Some MB each for a large gateway; what a hash stands for never changes. */
const inMemory = new Recent<string, Snapshot>(16);

/**
 * Stores a canonical snapshot, unless it is stored, and makes it young enough that `dropOrphans` leaves it alone until something
 * refers to it.
 */
export async function keepSnapshot(db: Db, snapshot: Snapshot): Promise<string> {
  const hash = hashOf(snapshot);
  inMemory.set(hash, snapshot);
  const young = sql<boolean>`${snapshots.createdAt} > now() - interval '10 minutes'`;
  const [row] = await db.select({ young }).from(snapshots).where(eq(snapshots.hash, hash));
  if (row?.young) return hash;
  await db
    .insert(snapshots)
    .values({ hash, data: snapshot })
    .onConflictDoUpdate({ target: snapshots.hash, set: { createdAt: sql`now()` } });
  return hash;
}

/** A stored snapshot. Not to be changed: callers share it. */
export async function readSnapshot(db: Db, hash: string): Promise<Snapshot> {
  const snapshot = (await readSnapshots(db, [hash])).get(hash);
  if (!snapshot) throw new Error(`no snapshot ${hash}`);
  return snapshot;
}

/** Stored snapshots by hash; those that aren't stored are missing. Not to be changed: callers share them. */
export async function readSnapshots(db: Db, hashes: readonly string[]): Promise<Map<string, Snapshot>> {
  const found = new Map<string, Snapshot>();
  for (const hash of hashes) {
    const snapshot = inMemory.get(hash);
    if (snapshot) found.set(hash, snapshot);
  }
  const missing = [...new Set(hashes)].filter((hash) => !found.has(hash));
  if (missing.length === 0) return found;
  for (const { hash, data } of await db.select().from(snapshots).where(inArray(snapshots.hash, missing))) {
    // The database doesn't keep the order of keys.
    const snapshot = canonicalise(data);
    inMemory.set(hash, snapshot);
    found.set(hash, snapshot);
  }
  return found;
}
