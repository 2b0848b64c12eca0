import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { deployments, inventory, stageEvents } from '@/lib/db/schema';
import { itemKey } from '@/lib/inventory/item-key';
import type { Stage } from '@/lib/inventory/model';
import { lockHistory } from './record-stage';

/** Adds an event to the history of a stage that, as the cache has it, serves something else than its newest event says. */
export async function noteOutside(ctx: Context, seen: Stage): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const latest = await lockHistory(tx, seen);
    // Again, under the lock: it may have been changed here since.
    const stage = await readStage(tx, seen);
    if (stage === null || latest?.deploymentId === stage.deploymentId) return;
    const { restApiId, name, deploymentId } = stage;
    const at = await whenItBegan(ctx, tx, stage, latest?.at ?? null);
    await tx.insert(stageEvents).values({ restApiId, stage: name, deploymentId, at, reason: 'outside' });
  });
}

async function readStage(tx: Db, seen: Stage): Promise<Stage | null> {
  const isIt = and(eq(inventory.kind, 'stage'), eq(inventory.key, itemKey('stage', seen)));
  const [row] = await tx.select({ data: inventory.data }).from(inventory).where(isIt);
  return row ? (row.data as Stage) : null;
}

/**
 * AWS doesn't say when a stage was pointed at a deployment. A new deployment was most probably made for it; a stage that went back to
 * an old one was last changed when it did.
 */
async function whenItBegan(ctx: Context, tx: Db, stage: Stage, after: Date | null): Promise<Date> {
  const isIt = and(eq(deployments.restApiId, stage.restApiId), eq(deployments.id, stage.deploymentId));
  const [row] = await tx.select({ createdAt: deployments.createdAt }).from(deployments).where(isIt);
  const candidates = [row?.createdAt, stage.updatedAt ? new Date(stage.updatedAt) : undefined];
  return candidates.find((at) => at && (after === null || at > after)) ?? ctx.now();
}
