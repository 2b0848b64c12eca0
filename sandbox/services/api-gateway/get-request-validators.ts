import type { GetRequestValidatorsCommandInput, GetRequestValidatorsCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRequestValidators.html */
export function getRequestValidators(
  context: Context,
  input: GetRequestValidatorsCommandInput,
): Answer<GetRequestValidatorsCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  return page(context.state.list('requestValidators', keyOf.requestValidator(context.scope, id)), input);
}
