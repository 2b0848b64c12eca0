import 'server-only';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { keepServed } from './keep-served';
import { pointStage } from './point-stage';
import { refuseWhileApplying } from './refuse-while-applying';
import { requireApprovedDeployment } from './require-approved-deployment';
import { requireGatewayId } from './require-gateway-id';
import { requireStage } from './require-stage';
import type { PromoteInput } from './schemas';

/**
 * Lets a stage serve what another one serves now. Variables and settings of the two stay their own.
 *
 * @throws ExpectedError `not-found` when there is no such stage; `conflict` when both serve the same already, `from` serves something else by now, or while a change set is
 *   being applied; `not-permitted` when `to` needs approval and this was not approved for it; AwsError
 */
export async function promote(ctx: Context, input: PromoteInput): Promise<void> {
  const restApiId = await requireGatewayId(ctx.db);
  await refuseWhileApplying(ctx.db, restApiId);
  const from = await requireStage(ctx, { restApiId, stage: input.from });
  const to = await requireStage(ctx, { restApiId, stage: input.to });
  const { deploymentId } = input;
  if (from.deploymentId !== deploymentId) {
    throw new ExpectedError('conflict', `${from.name} serves another deployment by now, so nothing was changed.`, {
      fix: 'Reload the page to see what it serves, then promote it.',
    });
  }
  if (to.deploymentId === deploymentId) {
    throw new ExpectedError('conflict', `${to.name} serves what ${from.name} serves already.`);
  }
  // What is promoted has to be known to be held against its approval.
  await keepServed(ctx, from);
  await keepServed(ctx, to);
  const before = { deploymentId: to.deploymentId };
  const after = { deploymentId, from: from.name };
  await audited(ctx, { action: 'stage.promoted', resourceId: to.name, before, after }, async () => {
    await requireApprovedDeployment(ctx.db, { restApiId, stage: to.name, deploymentId });
    await pointStage(ctx, to, deploymentId, 'promoted');
  });
}
