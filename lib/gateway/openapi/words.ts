import type { Verb } from '@/lib/gateway/model';

/** AWS's extensions of OpenAPI: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
export const extension = {
  anyMethod: 'x-amazon-apigateway-any-method',
  apiKeySource: 'x-amazon-apigateway-api-key-source',
  auth: 'x-amazon-apigateway-auth',
  authType: 'x-amazon-apigateway-authtype',
  authorizer: 'x-amazon-apigateway-authorizer',
  binaryMediaTypes: 'x-amazon-apigateway-binary-media-types',
  endpoint: 'x-amazon-apigateway-endpoint-configuration',
  gatewayResponses: 'x-amazon-apigateway-gateway-responses',
  integration: 'x-amazon-apigateway-integration',
  minimumCompressionSize: 'x-amazon-apigateway-minimum-compression-size',
  policy: 'x-amazon-apigateway-policy',
  validator: 'x-amazon-apigateway-request-validator',
  validators: 'x-amazon-apigateway-request-validators',
  /** Ours: what AWS's format has no words for, so that a document of Gatehouse reads back as what it was. AWS ignores it. */
  gatehouse: 'x-gatehouse',
} as const;

export const operationKeys: Record<Verb, string> = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
  HEAD: 'head',
  OPTIONS: 'options',
  ANY: extension.anyMethod,
};

/** Where OpenAPI and API Gateway say different words for where a parameter is. */
export const parameterPlaces = { header: 'header', query: 'querystring', path: 'path' } as const;

export const awsSigV4 = 'awsSigv4';
export const apiKeyHeader = 'x-api-key';
