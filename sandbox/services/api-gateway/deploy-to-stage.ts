import type { CreateDeploymentCommandInput } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { checkedCanary } from './canary';
import { defined } from './defined';
import { findStage } from './find';
import { newStage, refuseBadStage, refuseTooManyStages } from './new-stage';
import { badRequest } from './refusals';
import { withCacheOf } from './stage-cache';

/** Makes the stage, or leads it to the new deployment, with the settings that came along. */
export function deployToStage(
  context: Context,
  tx: Transaction,
  restApiId: string,
  input: CreateDeploymentCommandInput,
  deploymentId: string,
): void {
  const { stageName = '', stageDescription: description, variables, tracingEnabled } = input;
  const { cacheClusterEnabled, cacheClusterSize } = input;
  const settings = defined({ variables, description, tracingEnabled, cacheClusterEnabled, cacheClusterSize });
  const key = keyOf.stage(context.scope, restApiId, stageName);
  const present = context.state.get('stages', key);
  if (!present) refuseTooManyStages(context, restApiId);
  if (present?.canarySettings) {
    throw badRequest(
      `Invalid deployment content specified.Stage ${stageName} has a canary, which must be promoted or removed first`,
    );
  }
  refuseBadStage({ stageName, variables });
  const stage = present ?? newStage(context, { stageName, deploymentId });
  const deployed = { ...stage, ...settings, deploymentId, lastUpdatedDate: new Date(context.now) };
  tx.put('stages', key, withCacheOf(context, present, deployed));
}

/** Leads the canary of a stage to the new deployment; the stage itself stays where it is (facts 5.4). */
export function deployToCanary(
  context: Context,
  tx: Transaction,
  restApiId: string,
  input: CreateDeploymentCommandInput,
  deploymentId: string,
): void {
  const stage = findStage(context, restApiId, input.stageName);
  const canarySettings = checkedCanary(deploymentId, { ...input.canarySettings, deploymentId });
  const lastUpdatedDate = new Date(context.now);
  tx.put('stages', keyOf.stage(context.scope, restApiId, stage.stageName), {
    ...stage,
    canarySettings,
    lastUpdatedDate,
  });
}

export function refuseCanaryWithoutStage(context: Context, restApiId: string, stageName: string | undefined): void {
  const invalid = 'Invalid deployment content specified.';
  if (!stageName) {
    throw badRequest(
      `${invalid}Non null and non empty stageName must be provided for canary deployment. Provided value is ${stageName ?? 'null'}`,
    );
  }
  if (!context.state.get('stages', keyOf.stage(context.scope, restApiId, stageName)))
    throw badRequest(`${invalid}Stage ${stageName} must already be created before making a canary release deployment`);
}
