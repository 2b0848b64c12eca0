import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { stageEvents } from '@/lib/db/schema';
import type { StageEvent } from '@/lib/deployments/model';
import type { Stage } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';

type Event = typeof stageEvents.$inferSelect;

/**
 * Notes that a stage now serves another deployment because somebody here wanted it so: in the cache, which pages show, and in the
 * stage's history. A sync may have seen it first and taken it for somebody else's doing; its event then becomes this one.
 */
export async function recordStage(
  ctx: Pick<Context, 'actor' | 'now'> & { db: Db },
  stage: Stage,
  reason: Exclude<StageEvent['reason'], 'outside'>,
): Promise<void> {
  const at = ctx.now();
  const ours = { reason, at, actorName: ctx.actor.name };
  await ctx.db.transaction(async (tx) => {
    const latest = await lockHistory(tx, stage);
    await putItems(tx, 'stage', [stage], at);
    if (latest?.reason === 'outside' && latest.deploymentId === stage.deploymentId) {
      await tx.update(stageEvents).set(ours).where(eq(stageEvents.id, latest.id));
    } else {
      const { restApiId, name, deploymentId } = stage;
      await tx.insert(stageEvents).values({ restApiId, stage: name, deploymentId, ...ours });
    }
  });
}

/** The newest event of a stage, null when there is none; others who ask wait for the end of the transaction. */
export async function lockHistory(
  tx: Db,
  { restApiId, name }: Pick<Stage, 'restApiId' | 'name'>,
): Promise<Event | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`stage ${restApiId} ${name}`}, 0))`);
  const [latest] = await tx
    .select()
    .from(stageEvents)
    .where(and(eq(stageEvents.restApiId, restApiId), eq(stageEvents.stage, name)))
    .orderBy(desc(stageEvents.id))
    .limit(1);
  return latest ?? null;
}
