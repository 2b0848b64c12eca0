import type { GetRestApiCommandInput, GetRestApiCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findRestApi } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApi.html */
export function getRestApi(context: Context, input: GetRestApiCommandInput): Answer<GetRestApiCommandOutput> {
  return findRestApi(context, input.restApiId);
}
