import type { Integration, Method } from '../model';
import type { GatewayRequest, ResolveCall, ResolveOptions } from './model';

/** Stands in where a value is read before, or without, a route. */
const noIntegration: Integration = {
  type: 'MOCK',
  uri: null,
  httpMethod: null,
  credentials: null,
  connectionType: 'INTERNET',
  connectionId: null,
  integrationTarget: null,
  passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: null,
  timeoutMs: 29_000,
  cacheNamespace: null,
  cacheKeyParameters: [],
  tlsInsecure: false,
  responseTransferMode: 'BUFFERED',
  requestParameters: {},
  requestTemplates: {},
  responses: {},
};

const noMethod: Method = {
  authorizationType: 'NONE',
  authorizer: null,
  authorizationScopes: [],
  apiKeyRequired: false,
  operationName: null,
  requestValidator: null,
  requestParameters: {},
  requestModels: {},
  responses: {},
  integration: null,
};

const noRoute = { path: '', verb: 'ANY', method: noMethod, pathParameters: {} } as const;

/** A call of which no route is known; refusals read their values from it. */
export function unmatchedCall(request: GatewayRequest, verb: string, options: ResolveOptions): ResolveCall {
  return { request, verb, query: [], route: noRoute, integration: noIntegration, options };
}
