/**
 * The orders in which AWS prints enumerations, where they are known (facts 7.3, recorded); the SDK has them sorted by name. By
 * service and name.
 */
export const printedOrders: Record<string, Record<string, string[]>> = {
  apigateway: {
    EndpointType: ['PRIVATE', 'EDGE', 'REGIONAL'],
    IpAddressType: ['ipv4', 'dualstack'],
    IntegrationType: ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'],
    Op: ['add', 'remove', 'move', 'test', 'replace', 'copy'],
    DocumentationPartType: [
      'RESPONSE_BODY',
      'RESPONSE',
      'METHOD',
      'MODEL',
      'AUTHORIZER',
      'RESPONSE_HEADER',
      'RESOURCE',
      'PATH_PARAMETER',
      'REQUEST_BODY',
      'QUERY_PARAMETER',
      'API',
      'REQUEST_HEADER',
    ],
    GatewayResponseType: [
      'REQUEST_TOO_LARGE',
      'RESOURCE_NOT_FOUND',
      'AUTHORIZER_CONFIGURATION_ERROR',
      'MISSING_AUTHENTICATION_TOKEN',
      'BAD_REQUEST_BODY',
      'INVALID_SIGNATURE',
      'INVALID_API_KEY',
      'BAD_REQUEST_PARAMETERS',
      'AUTHORIZER_FAILURE',
      'UNAUTHORIZED',
      'INTEGRATION_TIMEOUT',
      'ACCESS_DENIED',
      'DEFAULT_4XX',
      'DEFAULT_5XX',
      'WAF_FILTERED',
      'QUOTA_EXCEEDED',
      'THROTTLED',
      'API_CONFIGURATION_ERROR',
      'UNSUPPORTED_MEDIA_TYPE',
      'INTEGRATION_FAILURE',
      'EXPIRED_TOKEN',
    ],
  },
};
