import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { getDeployment } from '@/lib/aws/api-gateway/get-deployment';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { deployments } from '@/lib/db/schema';
import type { Stage } from '@/lib/inventory/model';
import { Recent } from '@/lib/inventory/recent';
import { keepSnapshot } from '@/lib/inventory/snapshots';
import { log } from '@/lib/log';
import { readLive } from './read-live';
import { storeDeployments } from './store-deployments';

/** Deployments whose export was of no use, and until when there is none in asking again. */
const hopeless = new Recent<string, number>(200);
const retryMs = 30 * 60_000;

/**
 * Keeps what a stage serves now, read from AWS's export, unless it is known: once the stage serves something else, AWS can't tell any
 * more. Best effort: what can't be read stays unknown.
 */
export async function keepServed(ctx: Context, stage: Stage): Promise<void> {
  const { restApiId, name, deploymentId } = stage;
  const key = `${restApiId}/${deploymentId}`;
  const isIt = and(eq(deployments.restApiId, restApiId), eq(deployments.id, deploymentId));
  const [row] = await ctx.db.select({ hash: deployments.snapshotHash }).from(deployments).where(isIt);
  if (row?.hash || (hopeless.get(key) ?? 0) > ctx.now().getTime()) return;
  try {
    if (!row) {
      const deployment = await getDeployment(ctx.aws, { restApiId, deploymentId });
      if (deployment) await storeDeployments(ctx.db, restApiId, [deployment]);
    }
    const snapshot = await readLive(ctx, { restApiId, stage: name, deploymentId });
    if (snapshot === null) {
      hopeless.set(key, ctx.now().getTime() + retryMs);
      return;
    }
    const snapshotHash = await keepSnapshot(ctx.db, snapshot);
    // Unless what was deployed here has become known meanwhile: that is the better source.
    await ctx.db
      .update(deployments)
      .set({ snapshotHash, snapshotSource: 'exported' })
      .where(and(isIt, isNull(deployments.snapshotHash)));
  } catch (error) {
    log.warn({ err: error, stage: name, deploymentId }, 'what a stage serves was not exported');
    if (!(error instanceof AwsError && error.retryable)) hopeless.set(key, ctx.now().getTime() + retryMs);
  }
}
