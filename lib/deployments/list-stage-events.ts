import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { deployments, stageEvents } from '@/lib/db/schema';
import { countDifferences } from './count-differences';
import type { StageEvent } from './model';

const limit = 200;

/** What a stage served from when on, the newest first; the newest 200. From the cache. */
export async function listStageEvents(db: Db, restApiId: string, stage: string): Promise<StageEvent[]> {
  const rows = await db
    .select({ event: stageEvents, hash: deployments.snapshotHash })
    .from(stageEvents)
    .leftJoin(
      deployments,
      and(eq(deployments.restApiId, stageEvents.restApiId), eq(deployments.id, stageEvents.deploymentId)),
    )
    .where(and(eq(stageEvents.restApiId, restApiId), eq(stageEvents.stage, stage)))
    .orderBy(desc(stageEvents.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const pairs = shown.map(({ hash }, index) => ({ from: rows[index + 1]?.hash ?? null, to: hash }));
  const differences = await countDifferences(db, pairs);
  return shown.map(({ event }, index) => ({
    id: event.id,
    stage: event.stage,
    deploymentId: event.deploymentId,
    at: event.at.toISOString(),
    reason: event.reason,
    actor: event.actorName,
    differences: differences[index] ?? null,
  }));
}
