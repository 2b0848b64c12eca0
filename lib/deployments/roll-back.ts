import 'server-only';
import { and, eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { getDeployment } from '@/lib/aws/api-gateway/get-deployment';
import type { Context } from '@/lib/context';
import { stageEvents } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { keepServed } from './keep-served';
import { pointStage } from './point-stage';
import { requireApprovedDeployment } from './require-approved-deployment';
import { requireGatewayId } from './require-gateway-id';
import { requireStage } from './require-stage';
import type { RollBackInput } from './schemas';

/**
 * Lets a stage serve a deployment it, or another stage, served before; at once, and without touching the working copy. Allowed also
 * while a change set is being applied: that is when it may be needed.
 *
 * @throws ExpectedError `not-found` when AWS has no such stage or deployment, `conflict` when the stage serves it already;
 *   `not-permitted` when the stage needs approval, never served this, and it was not approved for it; AwsError
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
  await audited(ctx, { action: 'stage.rolled-back', resourceId: stage.name, before, after }, async () => {
    // What the stage itself served was approved, or is older than the rule; another stage's was perhaps never meant for this one.
    if (!(await servedBefore(ctx, { restApiId, stage: stage.name, deploymentId }))) {
      await requireApprovedDeployment(ctx.db, { restApiId, stage: stage.name, deploymentId });
    }
    await pointStage(ctx, stage, deploymentId, 'rolled-back');
  });
}

async function servedBefore(
  { db }: Pick<Context, 'db'>,
  { restApiId, stage, deploymentId }: { restApiId: string; stage: string; deploymentId: string },
): Promise<boolean> {
  const isIt = and(
    eq(stageEvents.restApiId, restApiId),
    eq(stageEvents.stage, stage),
    eq(stageEvents.deploymentId, deploymentId),
  );
  return (await db.$count(stageEvents, isIt)) > 0;
}
