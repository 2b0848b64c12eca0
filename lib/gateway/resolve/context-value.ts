import { headerValue } from './headers';
import type { ResolveCall } from './model';

type Read = (call: ResolveCall) => string | undefined;

/** What stands in where only the running gateway knows. */
const exampleAccountId = '123456789012';
export const exampleRestApiId = 'abc123def4';

/** What `context.<name>` is, as far as it follows from the request and the gateway. Others depend on the caller. */
const variables: Record<string, Read> = {
  accountId: ({ options }) => options.accountId ?? exampleAccountId,
  apiId: ({ options }) => options.restApiId ?? exampleRestApiId,
  deploymentId: ({ options }) => options.stage?.deploymentId ?? '',
  domainName: ({ request }) => request.host,
  domainPrefix: ({ request }) => request.host.split('.', 1)[0],
  extendedRequestId: ({ request }) => request.extendedRequestId,
  httpMethod: ({ verb }) => verb,
  'identity.sourceIp': ({ request }) => request.sourceIp,
  'identity.userAgent': ({ request }) => headerValue(request.headers, 'User-Agent'),
  isCanaryRequest: () => 'false',
  path: ({ request }) => request.fullPath,
  protocol: ({ request }) => `HTTP/${request.httpVersion}`,
  requestId: ({ request }) => request.requestId,
  requestTime: ({ request }) => commonLogTime(request.receivedAt),
  requestTimeEpoch: ({ request }) => String(request.receivedAt),
  resourceId: ({ options, route }) => options.resourceIds?.[route.path] ?? '',
  resourcePath: ({ route }) => route.path,
  stage: ({ options }) => options.stage?.name ?? '',
  xrayTraceId: ({ request }) => request.traceId,
};

/** Undefined for what has no value: unknown names, and what depends on an authorizer or a signature. */
export function contextValue(call: ResolveCall, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name]?.(call) : undefined;
}

/** All of them nested, for templates and events: `{ apiId, identity: { sourceIp, … }, … }`. */
export function contextObject(call: ResolveCall): Record<string, unknown> {
  const identity: Record<string, unknown> = {};
  const context: Record<string, unknown> = { identity };
  for (const [name, read] of Object.entries(variables)) {
    if (name.startsWith('identity.')) identity[name.slice('identity.'.length)] = read(call) ?? '';
    else context[name] = read(call) ?? '';
  }
  return context;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value));

/** `22/Nov/2026:12:34:56 +0000` */
function commonLogTime(at: number): string {
  const date = new Date(at);
  const day = `${twoDigits(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':');
  return `${day}:${time} +0000`;
}
