import type {
  DeleteGatewayResponseCommandInput,
  DeleteGatewayResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { checkedType } from './gateway-response-types';
import { notFound } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteGatewayResponse.html: back to AWS's own. */
export function deleteGatewayResponse(
  context: Context,
  input: DeleteGatewayResponseCommandInput,
): Promise<Answer<DeleteGatewayResponseCommandOutput>> {
  const responseType = checkedType(input.responseType);
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    const key = keyOf.gatewayResponse(context.scope, id, responseType);
    if (!context.state.get('gatewayResponses', key)) throw notFound('Gateway response type not defined on api');
    tx.remove('gatewayResponses', key);
    return {};
  });
}
