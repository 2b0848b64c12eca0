import type { GatewayResponse, GatewayResponseType } from '@aws-sdk/client-api-gateway';
import type { StoredGatewayResponse } from '../../model';
import { defined } from './defined';
import { defaultStatusOf } from './gateway-response-types';

const defaultTemplates = { 'application/json': '{"message":$context.error.messageString}' };

/** AWS's own answer of a type, as it is before anybody put one. */
export function ownGatewayResponse(responseType: GatewayResponseType): GatewayResponse {
  return defined({
    responseType,
    statusCode: defaultStatusOf(responseType),
    responseParameters: {},
    responseTemplates: defaultTemplates,
    defaultResponse: true,
  });
}

/**
 * A gateway response as it works: what was put; or what DEFAULT_4XX or DEFAULT_5XX hands down, its status above all; or
 * AWS's own (facts 5.6).
 * @param put those that somebody put
 */
export function gatewayResponseView(put: StoredGatewayResponse[], type: GatewayResponseType): GatewayResponse {
  const find = (wanted: string) => put.find((response) => response.responseType === wanted);
  const found = find(type);
  if (found) return found;
  const own = ownGatewayResponse(type);
  const heir = own.statusCode && find(`DEFAULT_${own.statusCode.charAt(0)}XX`);
  if (!heir) return own;
  return { ...own, ...heir, responseType: type, statusCode: heir.statusCode ?? own.statusCode, defaultResponse: true };
}
