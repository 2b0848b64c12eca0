import 'server-only';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import { updateStage } from '@/lib/aws/api-gateway/update-stage';
import { outcomeUnknown } from '@/lib/aws/outcome-unknown';
import type { Context } from '@/lib/context';
import type { Stage } from '@/lib/inventory/model';
import { recordStage } from './record-stage';

/** Lets a stage serve a deployment that is there, and notes it. Twice is as good as once. */
export async function pointStage(
  ctx: Context,
  stage: Pick<Stage, 'restApiId' | 'name'>,
  deploymentId: string,
  reason: 'rolled-back' | 'promoted',
): Promise<void> {
  const at = { restApiId: stage.restApiId, stage: stage.name };
  await recordStage(ctx, await update(ctx, at, deploymentId), reason);
}

/** UpdateStage; when its answer was lost, what the stage serves tells whether it happened. */
async function update(ctx: Context, at: { restApiId: string; stage: string }, deploymentId: string): Promise<Stage> {
  try {
    return await updateStage(ctx.aws, at, [{ op: 'replace', path: '/deploymentId', value: deploymentId }]);
  } catch (error) {
    if (!outcomeUnknown(error)) throw error;
    const now = await getStage(ctx.aws, at).catch(() => null);
    if (now?.deploymentId === deploymentId) return now;
    throw error;
  }
}
