import type { CreateStageCommandInput, CreateStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { findRestApi } from './find';
import { newStage, refuseBadStage, refuseTooManyStages } from './new-stage';
import { badRequest, conflict } from './refusals';
import { checkedTags } from './tags';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
export function createStage(
  context: Context,
  input: CreateStageCommandInput,
): Promise<Answer<CreateStageCommandOutput>> {
  if (input.canarySettings) throw new Failure('NotImplementedException', 'The sandbox has no canary deployments.', 501);
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    const { restApiId: _api, stageName = '', deploymentId = '', tags, ...settings } = input;
    refuseBadStage({ stageName, variables: input.variables });
    const key = keyOf.stage(context.scope, id, stageName);
    if (context.state.get('stages', key)) throw conflict('Stage already exists');
    if (!context.state.get('deployments', keyOf.deployment(context.scope, id, deploymentId)))
      throw badRequest('Deployment id does not exist');
    refuseTooManyStages(context, id);
    const stage = {
      ...newStage(context, { stageName, deploymentId }),
      ...defined({ ...settings, tags: tags && checkedTags(tags) }),
      stageName,
      deploymentId,
    };
    tx.put('stages', key, stage);
    return stage;
  });
}
