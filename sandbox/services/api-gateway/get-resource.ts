import type { GetResourceCommandInput, GetResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findResource } from './find';
import { resourceView } from './resource-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetResource.html */
export function getResource(context: Context, input: GetResourceCommandInput): Answer<GetResourceCommandOutput> {
  return resourceView(findResource(context, input.restApiId, input.resourceId), input.embed);
}
