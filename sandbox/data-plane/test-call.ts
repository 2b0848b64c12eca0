import type { Integration, Method } from '@aws-sdk/client-api-gateway';
import type { GatewayCall, GatewayRequest } from './gateway-call';
import { parseQuery } from './query-list';

/** A call as it is when its integration begins; for tests. */
export function testCall(
  integration: Integration,
  request: Partial<GatewayRequest> & { rawQuery?: string } = {},
  more: { pathParameters?: Record<string, string>; variables?: Record<string, string>; method?: Method } = {},
): GatewayCall {
  const { rawQuery = '', ...rest } = request;
  const restApi = { id: 'abc123' };
  return {
    scope: '123456789012/us-east-1',
    request: {
      verb: 'GET',
      path: '/orders/7',
      query: parseQuery(rawQuery),
      headers: [['Host', 'shop.example.com']],
      host: 'shop.example.com',
      isSecure: true,
      httpVersion: '1.1',
      sourceIp: '198.51.100.7',
      requestId: 'request-1',
      extendedRequestId: 'extended=',
      traceId: 'Root=1-5f84c7a1-0123456789abcdef01234567',
      receivedAt: Date.UTC(2026, 10, 22, 12, 34, 56),
      ...rest,
    },
    restApi,
    snapshot: { restApi, resources: [], authorizers: [], models: [], requestValidators: [], gatewayResponses: [] },
    eventPath: '/orders/7',
    stage: { stageName: 'prod', deploymentId: 'dep1', variables: more.variables ?? {} },
    isCanary: false,
    basePath: '',
    resource: { id: 'res1', path: '/orders/{id}' },
    method: more.method ?? {},
    integration: { type: 'HTTP_PROXY', httpMethod: 'ANY', uri: 'http://10.0.0.1:9081/orders', ...integration },
    pathParameters: more.pathParameters ?? {},
  };
}
