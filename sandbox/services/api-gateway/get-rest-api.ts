import type { GetRestApiCommandInput, GetRestApiCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findRestApi } from './find';
import { restApiView } from './rest-api-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApi.html */
export function getRestApi(context: Context, input: GetRestApiCommandInput): Answer<GetRestApiCommandOutput> {
  return restApiView(context, findRestApi(context, input.restApiId));
}
