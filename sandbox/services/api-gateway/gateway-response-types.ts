import type { GatewayResponseType } from '@aws-sdk/client-api-gateway';
import { validationFailure, violation } from '../../protocol/failure';

/** AWS's own status per type; null leaves it to the error (facts 5.6). In the order of GetGatewayResponses. */
const defaultStatus: Record<GatewayResponseType, string | null> = {
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  DEFAULT_4XX: null,
  DEFAULT_5XX: null,
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
};

export const gatewayResponseTypes = Object.keys(defaultStatus) as GatewayResponseType[];

export function defaultStatusOf(type: GatewayResponseType): string | undefined {
  return defaultStatus[type] ?? undefined;
}

/** In the order in which AWS prints them when it refuses another. */
const printedTypes =
  'REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, ' +
  'INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ' +
  'ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, ' +
  'UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN';

/** The type a request is about; the framework refuses any other. */
export function checkedType(type: string | undefined): GatewayResponseType {
  const known = gatewayResponseTypes.find((one) => one === type);
  if (known) return known;
  throw validationFailure([violation(type, 'responseType', `Member must satisfy enum value set: [${printedTypes}]`)]);
}
