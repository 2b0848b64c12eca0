import 'server-only';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';
import type { Stage } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';

export interface StageWithHash extends Stage {
  /** Of the snapshot that it serves; null when nobody could read it yet. */
  liveHash: string | null;
}

/** The stages of a REST API from the cache, by name, with what they serve (`readSnapshots` gives the content). */
export async function readStages(db: Db, restApiId: string): Promise<StageWithHash[]> {
  const stages = (await readInventory(db, 'stage')).filter((stage) => stage.restApiId === restApiId);
  const ids = stages.map((stage) => stage.deploymentId);
  if (ids.length === 0) return [];
  const known = await db
    .select({ id: deployments.id, hash: deployments.snapshotHash })
    .from(deployments)
    .where(
      and(eq(deployments.restApiId, restApiId), inArray(deployments.id, ids), isNotNull(deployments.snapshotHash)),
    );
  const hashes = new Map(known.map(({ id, hash }) => [id, hash]));
  return stages.map((stage) => ({ ...stage, liveHash: hashes.get(stage.deploymentId) ?? null }));
}
