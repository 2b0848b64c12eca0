import type { HeaderList } from './header-list';

/** Client headers that HTTP_PROXY doesn't hand on (facts 08 section 8.5), or that belong to one connection only. */
const droppedByProxy = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-md5',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-amzn-apigateway-api-id',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-http-method-override',
]);

/** What an HTTP_PROXY integration hands on of the client's headers. */
export function forwardedHeaders(headers: HeaderList, authorizationType: string | undefined): [string, string][] {
  return headers
    .filter(([name, value]) => {
      const lower = name.toLowerCase();
      if (lower === 'authorization') return authorizationType !== 'AWS_IAM' && !value.startsWith('AWS4-HMAC-SHA256');
      return !droppedByProxy.has(lower);
    })
    .map(([name, value]) => [name, value]);
}

/** Mapped headers that make every call fail, for all types of integration and for AWS services (facts 04 section 4.5). */
const forbidden = new Set(['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id']);
const forbiddenToAws = new Set(['authorization', 'connection', 'expect', 'proxy-authenticate', 'te']);

export function isForbiddenTarget(name: string, integrationType: string | undefined): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || (/^AWS/.test(integrationType ?? '') && forbiddenToAws.has(lower));
}

/** Mapped headers that an HTTP client can't send on, being about the connection itself. */
const unsendable = new Set(['connection', 'expect', 'keep-alive', 'te', 'trailer', 'upgrade']);

export function isSendable(name: string): boolean {
  return !unsendable.has(name.toLowerCase());
}
