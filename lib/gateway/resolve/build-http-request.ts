import { isForwarded } from '../mapping/header-rules';
import type { TemplateOverrides } from '../templates/model';
import type { CompiledIntegration } from './compile-integration';
import { exampleRestApiId } from './context-value';
import { fillStageVariables, fillUri, splitAddress } from './fill-uri';
import { headerValue, mediaType } from './headers';
import { mappedHeaders, mappedQuery, replaceHeaders } from './mapped-parameters';
import type { ResolveCall, SentBody, SentHeader, SentRequest } from './model';
import { formatQuery, parseQuery } from './query';

/**
 * What an HTTP or HTTP_PROXY integration sends; a sentence when its address can't be called. Facts 04, 4.4 and 4.5; 08, 8.6.
 */
export function buildHttpRequest(
  call: ResolveCall,
  compiled: CompiledIntegration,
  body: SentBody,
  overrides: TemplateOverrides | null,
): SentRequest | string {
  const { integration } = call;
  const isProxy = integration.type === 'HTTP_PROXY';
  const uri = fillUri(call, compiled, overrides?.request.path ?? {});
  const target = splitAddress(uri);
  if (!target) return `The back end's address comes out as ${uri === '' ? 'nothing' : uri}, which can't be called.`;
  // A mapped parameter comes in addition to the client's own of that name, and before it.
  const query = [
    ...parseQuery(target.query),
    ...mappedQuery(call, compiled, overrides),
    ...(isProxy ? call.query : []),
  ];
  const host: SentHeader = {
    name: 'Host',
    value: target.origin.slice(target.origin.indexOf('//') + 2),
    origin: 'gateway',
  };
  const own = isProxy ? proxyHeaders(call) : plainHeaders(call);
  const { httpMethod } = integration;
  return {
    kind: 'http',
    verb: httpMethod === null || httpMethod === 'ANY' ? call.verb : httpMethod,
    origin: target.origin,
    path: query.length > 0 ? `${target.path}?${formatQuery(query)}` : target.path,
    headers: replaceHeaders([host, ...own], mappedHeaders(call, compiled, overrides)),
    body,
    connection:
      integration.connectionType === 'VPC_LINK'
        ? {
            kind: 'vpc-link',
            id: fillStageVariables(call, integration.connectionId) ?? '',
            target: integration.integrationTarget,
          }
        : { kind: 'internet' },
    credentials: fillStageVariables(call, integration.credentials),
    timeoutMs: integration.timeoutMs,
  };
}

const gateway = (name: string, value: string): SentHeader => ({ name, value, origin: 'gateway' });

/** HTTP_PROXY hands the client's headers on and says who the client was. */
function proxyHeaders(call: ResolveCall): SentHeader[] {
  const { request, route } = call;
  const headers: SentHeader[] = [];
  let hasUserAgent = false;
  for (const [name, value] of request.headers) {
    const lower = name.toLowerCase();
    if (!isForwarded(lower) || (lower === 'authorization' && isSignature(value, route.method.authorizationType)))
      continue;
    if (lower === 'user-agent') hasUserAgent = true;
    headers.push({ name, value, origin: 'client' });
  }
  if (!hasUserAgent) headers.push(userAgent(call));
  return [...headers, ...identifyingHeaders(call), ...forwardedHeaders(call)];
}

function isSignature(value: string, authorizationType: string): boolean {
  return authorizationType === 'AWS_IAM' || value.startsWith('AWS4-HMAC-SHA256');
}

/** HTTP hands nothing on that isn't mapped. */
function plainHeaders(call: ResolveCall): SentHeader[] {
  const given = headerValue(call.request.headers, 'Content-Type');
  const contentType: SentHeader =
    given === undefined
      ? gateway('Content-Type', mediaType(undefined))
      : { name: 'Content-Type', value: given, origin: 'client' };
  return [gateway('Accept', 'application/json'), contentType, userAgent(call), ...identifyingHeaders(call)];
}

export function userAgent({ options }: ResolveCall): SentHeader {
  return gateway('User-Agent', `AmazonAPIGateway_${options.restApiId ?? exampleRestApiId}`);
}

export function identifyingHeaders({ request, options }: ResolveCall): SentHeader[] {
  return [
    gateway('X-Amzn-Apigateway-Api-Id', options.restApiId ?? exampleRestApiId),
    gateway('X-Amzn-Trace-Id', request.traceId),
  ];
}

export function forwardedHeaders({ request }: ResolveCall): SentHeader[] {
  const before = headerValue(request.headers, 'X-Forwarded-For');
  return [
    gateway('X-Forwarded-For', before ? `${before}, ${request.sourceIp}` : request.sourceIp),
    gateway('X-Forwarded-Port', request.isSecure ? '443' : '80'),
    gateway('X-Forwarded-Proto', request.isSecure ? 'https' : 'http'),
  ];
}
