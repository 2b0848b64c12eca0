import type { GetGatewayResponsesCommandInput, GetGatewayResponsesCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { gatewayResponseTypes } from './gateway-response-types';
import { gatewayResponseView } from './gateway-response-view';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponses.html: all 21, put or not. */
export function getGatewayResponses(
  context: Context,
  input: GetGatewayResponsesCommandInput,
): Answer<GetGatewayResponsesCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  const put = context.state.list('gatewayResponses', keyOf.gatewayResponse(context.scope, id));
  return page(
    gatewayResponseTypes.map((type) => gatewayResponseView(put, type)),
    input,
  );
}
