import { account } from '../scope';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';

type Read = (call: GatewayCall) => string | undefined;

/** What `context.<name>` means in parameter mappings and `$context.<name>` in templates; as far as the sandbox knows it. */
const variables: Record<string, Read> = {
  accountId: () => account,
  apiId: ({ restApi }) => restApi.id,
  deploymentId: ({ stage }) => stage.deploymentId,
  domainName: ({ request }) => request.host,
  domainPrefix: ({ request }) => request.host.split('.', 1)[0],
  extendedRequestId: ({ request }) => request.extendedRequestId,
  httpMethod: ({ request }) => request.verb,
  'identity.sourceIp': ({ request }) => request.sourceIp,
  'identity.userAgent': ({ request }) => headerValue(request.headers, 'User-Agent'),
  isCanaryRequest: () => 'false',
  path: ({ request }) => request.path,
  protocol: ({ request }) => `HTTP/${request.httpVersion}`,
  requestId: ({ request }) => request.requestId,
  requestTime: ({ request }) => commonLogTime(request.receivedAt),
  requestTimeEpoch: ({ request }) => String(request.receivedAt),
  resourceId: ({ resource }) => resource.id,
  resourcePath: ({ resource }) => resource.path,
  stage: ({ stage }) => stage.stageName,
  xrayTraceId: ({ request }) => request.traceId,
};

export function contextVariable(call: GatewayCall, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name]?.(call) : undefined;
}

/** All of them nested, for templates: `{ apiId, identity: { sourceIp, … }, … }`. */
export function contextObject(call: GatewayCall): Record<string, unknown> {
  const identity: Record<string, unknown> = {};
  const context: Record<string, unknown> = { identity };
  for (const [name, read] of Object.entries(variables)) {
    if (name.startsWith('identity.')) identity[name.slice('identity.'.length)] = read(call) ?? '';
    else context[name] = read(call) ?? '';
  }
  return context;
}

/** `22/Nov/2026:12:34:56 +0000` */
function commonLogTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
