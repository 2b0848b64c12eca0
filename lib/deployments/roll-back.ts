import 'server-only';
import { audited } from '@/lib/audit/audited';
import { getDeployment } from '@/lib/aws/api-gateway/get-deployment';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { keepServed } from './keep-served';
import { pointStage } from './point-stage';
import { requireGatewayId } from './require-gateway-id';
import { requireStage } from './require-stage';
import type { RollBackInput } from './schemas';

/**
 * Lets a stage serve a deployment it, or another stage, served before; at once, and without touching the working copy. Allowed also
 * while a change set is being applied: that is when it may be needed.
 *
 * @throws ExpectedError `not-found` when AWS has no such stage or deployment, `conflict` when the stage serves it already; AwsError
 */
export async function rollBack(ctx: Context, input: RollBackInput): Promise<void> {
  const { deploymentId } = input;
  const restApiId = await requireGatewayId(ctx.db);
  const stage = await requireStage(ctx, { restApiId, stage: input.stage });
  if (stage.deploymentId === deploymentId) {
    throw new ExpectedError('conflict', `${stage.name} serves this deployment already.`);
  }
  const target = await getDeployment(ctx.aws, { restApiId, deploymentId });
  if (!target) {
    throw new ExpectedError('not-found', `AWS has no deployment ${deploymentId} any more.`, {
      fix: 'Choose another one, or restore its content as a change set and deploy that.',
    });
  }
  await keepServed(ctx, stage);
  const before = { deploymentId: stage.deploymentId };
  const after = { deploymentId, description: target.description };
  await audited(ctx, { action: 'stage.rolled-back', resourceId: stage.name, before, after }, () =>
    pointStage(ctx, stage, deploymentId, 'rolled-back'),
  );
}
