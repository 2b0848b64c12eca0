import type { GetGatewayResponseCommandInput, GetGatewayResponseCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { checkedType } from './gateway-response-types';
import { gatewayResponseView } from './gateway-response-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponse.html; there always is one. */
export function getGatewayResponse(
  context: Context,
  input: GetGatewayResponseCommandInput,
): Answer<GetGatewayResponseCommandOutput> {
  const responseType = checkedType(input.responseType);
  const { id } = findRestApi(context, input.restApiId);
  return gatewayResponseView(
    context.state.list('gatewayResponses', keyOf.gatewayResponse(context.scope, id)),
    responseType,
  );
}
