import type { IntegrationType } from '../model';

/**
 * What becomes of a header that a mapping sets:
 * - `forbidden`: AWS saves it, and answers every request with 500
 * - `dropped`: it never arrives
 * - `remapped`: it arrives as `x-amzn-Remapped-NAME`
 * - `overwritten`: API Gateway's own value stands in its place
 * - `reserved`: API Gateway sets it by itself; the mapping takes its place
 */
type HeaderFate = 'forbidden' | 'dropped' | 'remapped' | 'overwritten' | 'reserved';

export interface HeaderRule {
  fate: HeaderFate;
  sentence: string;
}

/** Facts 04, 4.5; recorded. */
const forbidden = new Set(['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id']);
const forbiddenToAws = new Set(['authorization', 'connection', 'expect', 'proxy-authenticate', 'te']);
/** About one connection only: HTTP/1.1 hands them to nobody (RFC 9110, 7.6.1). */
const ofConnection = new Set(['connection', 'expect', 'keep-alive', 'proxy-authenticate', 'proxy-connection', 'te']);

const reservedForAll: Record<string, string> = {
  host: 'API Gateway sends the host name of the back end; this value takes its place. Many back ends answer by it.',
  'content-type': "API Gateway sends the client's content type; this value takes its place.",
};

const reservedForHttp: Record<string, string> = {
  ...reservedForAll,
  'user-agent':
    'API Gateway sends AmazonAPIGateway_ and its id where the client names no other; this value takes its place.',
  accept: 'API Gateway sends application/json; this value takes its place.',
};

const forwarded = 'API Gateway tells the back end this by itself; the mapped value takes its place.';
const reservedForHttpProxy: Record<string, string> = {
  ...reservedForAll,
  'user-agent': "The client's value is handed on; this one takes its place.",
  'x-forwarded-for': forwarded,
  'x-forwarded-port': forwarded,
  'x-forwarded-proto': forwarded,
};

const reserved: Record<IntegrationType, Record<string, string>> = {
  HTTP: reservedForHttp,
  HTTP_PROXY: reservedForHttpProxy,
  AWS: reservedForAll,
  AWS_PROXY: {},
  MOCK: {},
};

/** True for headers that no client of HTTP/1.1 sends on, being about one connection. */
export function isOfConnection(name: string): boolean {
  return ofConnection.has(name.toLowerCase());
}

/** True for headers with which every request of the method ends in 500, a fact that AWS doesn't tell when it saves them. */
export function isForbiddenHeader(name: string, type: IntegrationType): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || ((type === 'AWS' || type === 'AWS_PROXY') && forbiddenToAws.has(lower));
}

/** What happens to a header that a request mapping sets on the way to the back end; null: it arrives as it is. */
export function requestHeaderRule(name: string, type: IntegrationType): HeaderRule | null {
  const lower = name.toLowerCase();
  if (isForbiddenHeader(name, type)) {
    return {
      fate: 'forbidden',
      sentence: `API Gateway saves a mapping to ${name}, but then answers every request with 500 Internal server error.`,
    };
  }
  const whole = requestMappingsIgnored(type);
  if (whole) return { fate: 'dropped', sentence: whole };
  if (isOfConnection(name)) {
    return { fate: 'dropped', sentence: `${name} is about one connection only and does not reach the back end.` };
  }
  const own = Object.hasOwn(reserved[type], lower) ? reserved[type][lower] : undefined;
  return own === undefined ? null : { fate: 'reserved', sentence: own };
}

/** Why request mappings of this type change nothing; null where they do. */
export function requestMappingsIgnored(type: IntegrationType): string | null {
  if (type === 'AWS_PROXY') {
    return 'A Lambda proxy integration hands the request on as it came: request mappings change nothing in the event.';
  }
  return type === 'MOCK' ? 'A mock calls no back end, so nobody reads what is mapped.' : null;
}

/** Why response mappings and templates of this type are ignored; null where they aren't. */
export function responseMappingsIgnored(type: IntegrationType): string | null {
  if (type === 'HTTP_PROXY') {
    return "An HTTP proxy integration hands the back end's answer on as it is: API Gateway ignores integration responses. Let the back end send the header, or make it a non-proxy HTTP integration.";
  }
  if (type !== 'AWS_PROXY') return null;
  return 'A Lambda proxy integration answers with what the function returns: API Gateway ignores integration responses. Let the function return the header.';
}

/** Facts 08, 8.5: recorded with mapped response headers. */
const remapped = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
]);
const neverAnswered = new Set(['keep-alive', 'proxy-connection', 'transfer-encoding']);

/** What happens to a header that a response mapping sets on the way to the client; null: it arrives as it is. */
export function responseHeaderRule(name: string, type: IntegrationType): HeaderRule | null {
  const lower = name.toLowerCase();
  const whole = responseMappingsIgnored(type);
  if (whole) return { fate: 'dropped', sentence: whole };
  if (lower === 'x-amzn-requestid' || lower === 'x-amz-apigw-id') {
    return { fate: 'overwritten', sentence: `API Gateway answers with its own ${name}.` };
  }
  if (remapped.has(lower)) {
    return { fate: 'remapped', sentence: `The client gets it under another name: x-amzn-Remapped-${name}.` };
  }
  if (neverAnswered.has(lower)) return { fate: 'dropped', sentence: `API Gateway never answers with ${name}.` };
  if (lower !== 'content-type') return null;
  return { fate: 'reserved', sentence: 'API Gateway answers with application/json; this value takes its place.' };
}

/** Client headers that an HTTP_PROXY integration keeps to itself; facts 08, 8.5. */
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

/** Whether HTTP_PROXY hands a client's header on, unless it is a signature, which goes no further. */
export function isForwarded(lowerName: string): boolean {
  return !droppedByProxy.has(lowerName);
}
