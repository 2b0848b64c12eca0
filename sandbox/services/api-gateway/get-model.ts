import type { GetModelCommandInput, GetModelCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findModel } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetModel.html; `flatten` changes nothing here. */
export function getModel(context: Context, input: GetModelCommandInput): Answer<GetModelCommandOutput> {
  return findModel(context, input.restApiId, input.modelName);
}
