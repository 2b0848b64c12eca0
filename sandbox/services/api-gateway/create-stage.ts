import type { CreateStageCommandInput, CreateStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredStage } from '../../model';
import { keyOf } from '../../scope';
import { checkedCanary } from './canary';
import { defined } from './defined';
import { findRestApi } from './find';
import {
  newStage,
  refuseBadStage,
  refuseTooManyStages,
  refuseUnknownDeployments,
  refuseUnknownReferences,
} from './new-stage';
import { conflict } from './refusals';
import { withCacheOf } from './stage-cache';
import { stageView } from './stage-view';
import { checkedTags } from './tags';
import { withoutEmpty } from './without-empty';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
export function createStage(
  context: Context,
  input: CreateStageCommandInput,
): Promise<Answer<CreateStageCommandOutput>> {
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    const { restApiId: _api, stageName = '', deploymentId = '', tags, canarySettings: canary, ...settings } = input;
    refuseBadStage({ stageName, variables: input.variables });
    const key = keyOf.stage(context.scope, id, stageName);
    if (context.state.get('stages', key)) throw conflict('Stage already exists');
    const wanted: StoredStage = {
      ...newStage(context, { stageName, deploymentId }),
      ...withoutEmpty(defined({ ...settings, tags: tags && checkedTags(tags) })),
      ...(canary ? { canarySettings: checkedCanary(deploymentId, canary) } : {}),
    };
    refuseUnknownDeployments(context, id, wanted);
    refuseUnknownReferences(context, id, wanted);
    refuseTooManyStages(context, id);
    const stage = withCacheOf(context, undefined, wanted);
    tx.put('stages', key, stage);
    return stageView(context, stage);
  });
}
