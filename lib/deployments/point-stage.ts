import 'server-only';
import { updateStage } from '@/lib/aws/api-gateway/update-stage';
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
  const updated = await updateStage(ctx.aws, at, [{ op: 'replace', path: '/deploymentId', value: deploymentId }]);
  await recordStage(ctx, updated, reason);
}
