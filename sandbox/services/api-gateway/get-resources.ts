import type { GetResourcesCommandInput, GetResourcesCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';
import { resourceView } from './resource-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html */
export function getResources(context: Context, input: GetResourcesCommandInput): Answer<GetResourcesCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  const found = page(context.state.list('resources', keyOf.resource(context.scope, id)), input);
  return { ...found, items: found.items.map((resource) => resourceView(resource, input.embed)) };
}
