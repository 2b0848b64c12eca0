import { accountIn } from '../scope';
import type { CallContext } from './gateway-call';
import { headerValue } from './header-list';

type Read = (call: CallContext) => string | undefined;

/** What `context.<name>` means in parameter mappings and `$context.<name>` in templates; as far as the sandbox knows it. */
const variables: Record<string, Read> = {
  accountId: ({ scope }) => accountIn(scope),
  apiId: ({ restApi }) => restApi.id,
  cipherSuite: ({ request }) => request.tls?.cipher,
  'customDomain.basePathMatched': ({ basePath }) => basePath,
  deploymentId: ({ stage }) => stage.deploymentId,
  domainName: ({ request }) => request.host,
  domainPrefix: ({ request }) => request.host.split('.', 1)[0],
  'error.message': ({ error }) => error?.message,
  'error.messageString': ({ error }) => error?.messageString,
  'error.responseType': ({ error }) => error?.responseType,
  'error.validationErrorString': ({ error }) => error?.validationErrorString,
  extendedRequestId: ({ request }) => request.extendedRequestId,
  httpMethod: ({ request }) => request.verb,
  'identity.apiKey': ({ apiKey }) => apiKey?.value,
  'identity.apiKeyId': ({ apiKey }) => apiKey?.id,
  'identity.sourceIp': ({ request }) => request.sourceIp,
  'identity.userAgent': ({ request }) => headerValue(request.headers, 'User-Agent'),
  isCanaryRequest: ({ isCanary }) => String(isCanary),
  path: ({ request }) => request.path,
  protocol: ({ request }) => `HTTP/${request.httpVersion}`,
  requestId: ({ request }) => request.requestId,
  requestTime: ({ request }) => commonLogTime(request.receivedAt),
  requestTimeEpoch: ({ request }) => String(request.receivedAt),
  resourceId: ({ resource }) => resource?.id,
  resourcePath: ({ resource }) => resource?.path,
  stage: ({ stage }) => stage.stageName,
  tlsVersion: ({ request }) => request.tls?.version,
  xrayTraceId: ({ request }) => request.traceId,
};

export function contextVariable(call: CallContext, name: string): string | undefined {
  if (name.startsWith('authorizer.')) return authorizerVariable(call, name.slice('authorizer.'.length));
  return Object.hasOwn(variables, name) ? variables[name]?.(call) : undefined;
}

/** `principalId`, any key of the authorizer's context, `claims.<name>`. */
function authorizerVariable({ authorizer = {} }: CallContext, name: string): string | undefined {
  const [key = '', claim] = name.split(/\.(.*)/s);
  const value = Object.hasOwn(authorizer, key) ? authorizer[key] : undefined;
  if (typeof value !== 'object') return claim === undefined ? value : undefined;
  return claim !== undefined && Object.hasOwn(value, claim) ? value[claim] : undefined;
}

/** All of them nested, for templates: `{ apiId, identity: { sourceIp, … }, … }`. */
export function contextObject(call: CallContext): Record<string, unknown> {
  const context: Record<string, unknown> = {
    authorizer: { ...call.authorizer },
    customDomain: {},
    identity: {},
    error: {},
  };
  for (const [name, read] of Object.entries(variables)) {
    const [group = '', member] = name.split('.');
    if (member === undefined) context[name] = read(call) ?? '';
    else (context[group] as Record<string, unknown>)[member] = read(call) ?? '';
  }
  return context;
}

/** `22/Nov/2026:12:34:56 +0000` */
export function commonLogTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
