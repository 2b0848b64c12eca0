import type { UpdateStageCommandInput, UpdateStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { refuseBadAccessLog } from './access-log-checks';
import { findStage } from './find';
import { refuseLogsWithoutRole } from './method-settings';
import { refuseBadStage, refuseUnknownDeployments, refuseUnknownReferences } from './new-stage';
import { applyPatch } from './patch';
import { withCacheOf } from './stage-cache';
import { otherStageRule, stageRules, stageWords } from './stage-paths';
import { stageView } from './stage-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html */
export function updateStage(
  context: Context,
  input: UpdateStageCommandInput,
): Promise<Answer<UpdateStageCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findStage(context, restApiId, input.stageName);
    const { patchOperations } = input;
    const after = applyPatch(before, patchOperations, stageRules, 'updateStageInput', stageWords, otherStageRule);
    refuseUnknownDeployments(context, restApiId, after);
    refuseUnknownReferences(context, restApiId, after, before);
    refuseBadStage(after);
    refuseBadAccessLog(context, before, after);
    refuseLogsWithoutRole(context, before, after);
    const { variables, ...rest } = withCacheOf(context, before, after);
    const updated = {
      ...rest,
      ...(variables && Object.keys(variables).length > 0 ? { variables } : {}),
      lastUpdatedDate: new Date(context.now),
    };
    tx.put('stages', keyOf.stage(context.scope, restApiId, before.stageName), updated);
    return stageView(context, updated);
  });
}
