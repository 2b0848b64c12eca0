import { forwardedHeaders } from './build-http-request';
import type { CompiledIntegration } from './compile-integration';
import { contextValue } from './context-value';
import { fillStageVariables, fillUri } from './fill-uri';
import { headerValue } from './headers';
import type { LambdaEvent, ResolveCall, SentRequest } from './model';

const invocation = /^arn:aws[\w-]*:apigateway:([^:]*):lambda:path\/(.+)$/s;
const defaultEndpoint = /\.execute-api\./;

/** What a Lambda proxy integration invokes with; a sentence when it can't. Facts 04, 4.4; 08, 8.6. */
export function buildEventRequest(call: ResolveCall, compiled: CompiledIntegration): SentRequest | string {
  const { integration } = call;
  const uri = fillUri(call, compiled, {});
  const [, region, path] = invocation.exec(uri) ?? [];
  if (path === undefined) return `${uri === '' ? 'An empty text' : uri} names no Lambda function.`;
  if (integration.httpMethod !== 'POST') {
    return `Lambda functions are invoked with POST, and the integration says ${integration.httpMethod ?? 'nothing'}.`;
  }
  return {
    kind: 'event',
    verb: 'POST',
    origin: `https://lambda.${region}.amazonaws.com`,
    path: `/${path}`,
    headers: [],
    body: { kind: 'event', event: eventOf(call) },
    connection: { kind: 'internet' },
    credentials: fillStageVariables(call, integration.credentials),
    timeoutMs: integration.timeoutMs,
  };
}

/** Client headers that the gateway's own take the place of. */
const replaced = /^x-(forwarded-(for|port|proto)|amzn-trace-id)$/i;

function eventOf(call: ResolveCall): LambdaEvent {
  const { request, route, query, options } = call;
  const headers: [string, string][] = [
    ...request.headers.filter(([name]) => !replaced.test(name)).map(([name, value]): [string, string] => [name, value]),
    ['X-Amzn-Trace-Id', request.traceId],
    ...forwardedHeaders(call).map(({ name, value }): [string, string] => [name, value]),
  ];
  return {
    resource: route.path,
    path: defaultEndpoint.test(request.host) ? request.path : request.fullPath,
    httpMethod: call.verb,
    headers: Object.fromEntries(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: orNull(Object.fromEntries(query)),
    multiValueQueryStringParameters: orNull(allValues(query)),
    pathParameters: orNull({ ...route.pathParameters }),
    stageVariables: orNull({ ...options.stage?.variables }),
    requestContext: requestContext(call),
    body: request.body === '' ? null : request.body,
    isBase64Encoded: false,
  };
}

const contextNames = [
  'accountId',
  'apiId',
  'deploymentId',
  'domainName',
  'domainPrefix',
  'extendedRequestId',
  'httpMethod',
  'path',
  'protocol',
  'requestId',
  'requestTime',
  'resourceId',
  'resourcePath',
  'stage',
];

function requestContext(call: ResolveCall): Record<string, unknown> {
  return {
    ...Object.fromEntries(contextNames.map((name) => [name, contextValue(call, name) ?? ''])),
    requestTimeEpoch: call.request.receivedAt,
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: call.request.sourceIp,
      user: null,
      userAgent: headerValue(call.request.headers, 'User-Agent') ?? null,
      userArn: null,
    },
  };
}

function allValues(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(values);
}

function orNull<T extends object>(record: T): T | null {
  return Object.keys(record).length === 0 ? null : record;
}
