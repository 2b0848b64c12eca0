import 'server-only';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { type Deployed, freeze } from './freeze';
import { keepServed } from './keep-served';
import { refuseWhileApplying } from './refuse-while-applying';
import { requireGatewayId } from './require-gateway-id';
import { requireStage } from './require-stage';

export interface DeployOptions {
  stage: string;
  description: string | null;
  /** The change set that this is part of; while it is being applied, nobody else may deploy. */
  changeSetId?: string | null;
  /** The working copy as just read from AWS; without it, it is read now. */
  working?: WorkingCopy | null;
  /** Hash of the working copy that somebody looked at and wants deployed; another one is refused. */
  expectedHash?: string | null;
  /** Set when work is taken up again after a crash: a deployment made since then, described like this, by nobody here, is its own. */
  since?: Date | null;
}

/**
 * Deploys the working copy to a stage that exists, and keeps what was deployed.
 *
 * @throws ExpectedError `conflict` while another change set is being applied, or when the working copy isn't the expected one;
 *   `not-found` when there is no such stage; AwsError
 */
export async function deploy(ctx: Context, options: DeployOptions): Promise<Deployed> {
  const { description, changeSetId = null, since = null } = options;
  const restApiId = await requireGatewayId(ctx.db);
  await refuseWhileApplying(ctx.db, restApiId, changeSetId);
  const previous = await requireStage(ctx, { restApiId, stage: options.stage });
  await keepServed(ctx, previous);
  const working = options.working ?? (await syncWorkingCopy(ctx, restApiId));
  if (options.expectedHash && options.expectedHash !== working.hash) {
    throw new ExpectedError('conflict', 'The working copy has changed since you looked at it.', {
      fix: 'Look at the differences again, then deploy.',
    });
  }
  const before = { deploymentId: previous.deploymentId };
  const input = { restApiId, stage: previous.name, description, previousId: previous.deploymentId, since };
  return audited(
    ctx,
    { action: 'stage.deployed', resourceId: previous.name, before, after: { description } },
    () => freeze(ctx, { ...input, working, changeSetId, previous, reason: 'deployed' }),
    { after: ({ deploymentId }) => ({ deploymentId, description }) },
  );
}
