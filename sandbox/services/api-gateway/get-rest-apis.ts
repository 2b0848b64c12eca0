import type { GetRestApisCommandInput, GetRestApisCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';
import { restApiView } from './rest-api-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html */
export function getRestApis(context: Context, input: GetRestApisCommandInput): Answer<GetRestApisCommandOutput> {
  const found = page(context.state.list('restApis', keyOf.restApi(context.scope)), input);
  return { ...found, items: found.items.map((api) => restApiView(context, api)) };
}
