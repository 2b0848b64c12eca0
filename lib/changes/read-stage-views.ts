import 'server-only';
import type { Db } from '@/lib/db/db';
import { readStages } from '@/lib/deployments/read-stages';
import { readSnapshots } from '@/lib/inventory/snapshots';
import type { StageView } from './model';

/** The stages of a gateway with what they serve. From the cache. */
export async function readStageViews(db: Db, restApiId: string): Promise<StageView[]> {
  const stages = await readStages(db, restApiId);
  const hashes = stages.flatMap(({ liveHash }) => liveHash ?? []);
  const live = await readSnapshots(db, hashes);
  return stages.map(({ name, deploymentId, description, variables, liveHash }) => ({
    name,
    deploymentId,
    description,
    variables,
    live: (liveHash === null ? null : live.get(liveHash)) ?? null,
  }));
}
