import type { GetAuthorizersCommandInput, GetAuthorizersCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizers.html */
export function getAuthorizers(
  context: Context,
  input: GetAuthorizersCommandInput,
): Answer<GetAuthorizersCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  return page(context.state.list('authorizers', keyOf.authorizer(context.scope, id)), input);
}
