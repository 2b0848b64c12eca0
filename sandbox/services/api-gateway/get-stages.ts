import type { GetStagesCommandInput, GetStagesCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { stageView } from './stage-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html: one page, and `item` even in the SDK. */
export function getStages(context: Context, input: GetStagesCommandInput): Answer<GetStagesCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  const stages = context.state.list('stages', keyOf.stage(context.scope, id));
  const wanted = stages.filter((stage) => !input.deploymentId || stage.deploymentId === input.deploymentId);
  return { item: wanted.map((stage) => stageView(context, stage)) };
}
