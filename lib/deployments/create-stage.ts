import 'server-only';
import { readPolicies } from '@/lib/approvals/read-policies';
import { audited } from '@/lib/audit/audited';
import { createStage as createAwsStage } from '@/lib/aws/api-gateway/create-stage';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import { outcomeUnknown } from '@/lib/aws/outcome-unknown';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { hideSecret } from '@/lib/gateway/hide-secrets';
import type { Stage } from '@/lib/inventory/model';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { freeze } from './freeze';
import { recordStage } from './record-stage';
import { refuseWhileApplying } from './refuse-while-applying';
import { requireApprovedDeployment } from './require-approved-deployment';
import { requireGatewayId } from './require-gateway-id';
import type { CreateStageInput } from './schemas';

/**
 * Makes a stage that serves a deployment, or a new one of the working copy.
 *
 * @throws ExpectedError `invalid` when the name is taken, `conflict` while a change set is being applied,
 *   `not-permitted` when a stage of this name needs approval and this was not approved for it, or it is to have variables; AwsError
 */
export async function createStage(ctx: Context, input: CreateStageInput): Promise<void> {
  const restApiId = await requireGatewayId(ctx.db);
  await refuseWhileApplying(ctx.db, restApiId);
  const at = { restApiId, stage: input.name };
  if (await getStage(ctx.aws, at)) {
    const sentence = 'The gateway already has a stage of this name.';
    throw new ExpectedError('invalid', sentence, { fields: { name: sentence } });
  }
  const { variables, deploymentId } = input;
  const description = input.description || null;
  const shown = Object.entries(variables).map(([name, value]) => [name, hideSecret(name, value)]);
  const after = { deploymentId, description, variables: Object.fromEntries(shown) };
  await audited(ctx, { action: 'stage.created', resourceId: input.name, after }, async () => {
    await refuseUnapprovedVariables(ctx, restApiId, input);
    if (deploymentId !== null) {
      await requireApprovedDeployment(ctx.db, { ...at, deploymentId });
      await recordStage(ctx, await makeStage(ctx, { ...at, deploymentId, description, variables }), 'created');
      return;
    }
    const working = await syncWorkingCopy(ctx, restApiId);
    const made = { ...at, description: `First deployment of ${input.name}`, stageDescription: description, variables };
    await freeze(ctx, { ...made, working, previousId: null, previous: null, changeSetId: null, reason: 'created' });
  });
}

/** An approval is one of content, which has no settings of stages: those that somebody gives a protected name alone, nobody has approved. */
async function refuseUnapprovedVariables(ctx: Context, restApiId: string, input: CreateStageInput): Promise<void> {
  if (Object.keys(input.variables).length === 0) return;
  if (!(await readPolicies(ctx.db, restApiId)).has(input.name)) return;
  throw new ExpectedError('not-permitted', `${input.name} needs approval, and nobody has approved these variables.`, {
    fix: `Make the stage without variables, then set them by a change set that is approved for ${input.name}.`,
  });
}

/** CreateStage, or the stage it made although its answer was lost. */
async function makeStage(ctx: Context, wanted: Parameters<typeof createAwsStage>[1]): Promise<Stage> {
  try {
    return await createAwsStage(ctx.aws, wanted);
  } catch (error) {
    if (!outcomeUnknown(error)) throw error;
    const made = await getStage(ctx.aws, wanted).catch(() => null);
    if (made?.deploymentId === wanted.deploymentId) return made;
    throw error;
  }
}
