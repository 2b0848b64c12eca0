import type { PutGatewayResponseCommandInput, PutGatewayResponseCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { findRestApi } from './find';
import { checkedType } from './gateway-response-types';
import { ownGatewayResponse } from './gateway-response-view';
import { refuseBadContentTypes, refuseBadGatewayResponseMappings } from './mapping-expression';
import { refuseBadStatusCode } from './status-code';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html: what isn't given becomes AWS's own. */
export function putGatewayResponse(
  context: Context,
  input: PutGatewayResponseCommandInput,
): Promise<Answer<PutGatewayResponseCommandOutput>> {
  const responseType = checkedType(input.responseType);
  if (input.statusCode) refuseBadStatusCode(input.statusCode, 'putGatewayResponseInput.statusCode');
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    const { statusCode, responseParameters, responseTemplates } = input;
    refuseBadGatewayResponseMappings(responseParameters);
    refuseBadContentTypes(responseTemplates);
    const own = ownGatewayResponse(responseType);
    const given = defined({ statusCode: statusCode || undefined, responseParameters, responseTemplates });
    const response = { ...own, ...given, responseType, defaultResponse: false };
    tx.put('gatewayResponses', keyOf.gatewayResponse(context.scope, id, responseType), response);
    return response;
  });
}
