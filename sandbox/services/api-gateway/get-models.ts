import type { GetModelsCommandInput, GetModelsCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetModels.html */
export function getModels(context: Context, input: GetModelsCommandInput): Answer<GetModelsCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  return page(context.state.list('models', keyOf.model(context.scope, id)), input);
}
