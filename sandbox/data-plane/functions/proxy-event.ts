import { clientHeaders } from '../build-back-end-request';
import { isBinary, mediaTypeOf } from '../content-handling';
import { commonLogTime, contextVariable } from '../context-variables';
import type { CallContext, GatewayCall } from '../gateway-call';
import { type HeaderList, headerValue } from '../header-list';

/** The event of a Lambda proxy integration, version 1.0. */
export function proxyEvent(call: GatewayCall, body: Buffer): Record<string, unknown> {
  const isBase64Encoded = isBinary(call, mediaTypeOf(headerValue(call.request.headers, 'Content-Type')));
  return {
    ...requestParts(call),
    body: body.length === 0 ? null : body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded: isBase64Encoded && body.length > 0,
  };
}

/** What events of functions and of authorizers share. */
export function requestParts(call: GatewayCall): Record<string, unknown> {
  const { request, resource, pathParameters, stage } = call;
  const headers: HeaderList = [
    ...request.headers.filter(([name]) => !/^x-(amzn-trace-id|forwarded-(for|port|proto))$/i.test(name)),
    ['X-Amzn-Trace-Id', request.traceId],
    ...clientHeaders(call),
  ];
  return {
    resource: resource.path,
    path: call.eventPath,
    httpMethod: request.verb,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: request.query.length === 0 ? null : lastValues(request.query),
    multiValueQueryStringParameters: request.query.length === 0 ? null : allValues(request.query),
    pathParameters: Object.keys(pathParameters).length === 0 ? null : pathParameters,
    stageVariables: Object.keys(stage.variables ?? {}).length === 0 ? null : stage.variables,
    requestContext: requestContext(call),
  };
}

function requestContext(call: CallContext): Record<string, unknown> {
  const { request, resource, restApi, stage, authorizer, apiKey } = call;
  return {
    resourceId: resource?.id,
    ...(authorizer ? { authorizer } : {}),
    resourcePath: resource?.path,
    httpMethod: request.verb,
    extendedRequestId: request.extendedRequestId,
    requestTime: commonLogTime(request.receivedAt),
    path: request.path,
    accountId: contextVariable(call, 'accountId'),
    protocol: contextVariable(call, 'protocol'),
    stage: stage.stageName,
    domainPrefix: contextVariable(call, 'domainPrefix'),
    requestTimeEpoch: request.receivedAt,
    requestId: request.requestId,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: request.sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: headerValue(request.headers, 'User-Agent') ?? null,
      user: null,
      ...(apiKey ? { apiKey: apiKey.value, apiKeyId: apiKey.id } : {}),
    },
    domainName: request.host,
    deploymentId: stage.deploymentId,
    apiId: restApi.id,
  };
}

function lastValues(pairs: HeaderList): Record<string, string> {
  return Object.fromEntries(pairs);
}

function allValues(pairs: HeaderList): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}
