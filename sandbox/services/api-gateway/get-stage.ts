import type { GetStageCommandInput, GetStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findStage } from './find';
import { stageView } from './stage-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html */
export function getStage(context: Context, input: GetStageCommandInput): Answer<GetStageCommandOutput> {
  return stageView(context, findStage(context, input.restApiId, input.stageName));
}
