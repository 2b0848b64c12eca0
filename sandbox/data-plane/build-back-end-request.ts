import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { type HeaderList, headerValue } from './header-list';
import { integrationRequest } from './integration-request';
import { formatQuery, parseQuery } from './query-list';
import { forwardedHeaders, isSendable } from './request-headers';
import { requestMediaType } from './request-template';

/** What goes over the wire to an HTTP back end. */
export interface BackEndRequest {
  verb: string;
  /** `http://host:port` */
  origin: string;
  /** With the query; exactly as it is to be sent: no resolving of `..`, no decoding. */
  path: string;
  headers: HeaderList;
  /** `stream`: the client's body as it comes. */
  body: Buffer | 'stream';
}

/**
 * Builds what an HTTP or HTTP_PROXY integration sends, from the call alone. `body` is the client's when
 * `needsWholeBody` says so, else `null`. Throws gateway faults. Sources: facts 04 and 08.
 */
export function buildBackEndRequest(call: GatewayCall, body: Buffer | null): BackEndRequest {
  const isProxy = call.integration.type === 'HTTP_PROXY';
  const wanted = integrationRequest(call, body);
  const target = splitUri(wanted.uri);
  // A mapped parameter comes in addition to the client's own of that name, and before it.
  const query = [...parseQuery(target.query), ...wanted.query, ...(isProxy ? call.request.query : [])];
  const gatewayHeaders = isProxy ? proxyHeaders(call) : plainHeaders(call);
  const verb = call.integration.httpMethod;
  return {
    verb: verb === undefined || verb === 'ANY' ? call.request.verb : verb,
    origin: target.origin,
    path: query.length > 0 ? `${target.path}?${formatQuery(query)}` : target.path,
    headers: replaceHeaders(
      gatewayHeaders,
      wanted.headers.filter(([name]) => isSendable(name)),
    ),
    body: wanted.body,
  };
}

/** HTTP_PROXY hands the client's headers on and says who the client was. */
function proxyHeaders(call: GatewayCall): [string, string][] {
  const { request, method, restApi } = call;
  const forwarded = forwardedHeaders(request.headers, method.authorizationType);
  return [
    ...forwarded,
    ...(headerValue(forwarded, 'User-Agent') === undefined ? [userAgent(call)] : []),
    ['X-Amzn-Apigateway-Api-Id', restApi.id],
    ['X-Amzn-Trace-Id', request.traceId],
    ...clientHeaders(call),
  ];
}

/** Who the client was, as proxied back ends and functions are told. */
export function clientHeaders({ request }: GatewayCall): [string, string][] {
  const client = headerValue(request.headers, 'X-Forwarded-For');
  return [
    ['X-Forwarded-For', client ? `${client}, ${request.sourceIp}` : request.sourceIp],
    ['X-Forwarded-Port', request.isSecure ? '443' : '80'],
    ['X-Forwarded-Proto', request.isSecure ? 'https' : 'http'],
  ];
}

/** HTTP hands nothing on that isn't mapped. */
function plainHeaders(call: GatewayCall): [string, string][] {
  return [
    ['Accept', 'application/json'],
    ['Content-Type', headerValue(call.request.headers, 'Content-Type') ?? requestMediaType(call)],
    userAgent(call),
    ['X-Amzn-Apigateway-Api-Id', call.restApi.id],
    ['X-Amzn-Trace-Id', call.request.traceId],
  ];
}

function userAgent({ restApi }: GatewayCall): [string, string] {
  return ['User-Agent', `AmazonAPIGateway_${restApi.id}`];
}

function replaceHeaders(headers: HeaderList, mapped: HeaderList): HeaderList {
  const replaced = new Set(mapped.map(([name]) => name.toLowerCase()));
  return [...headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...mapped];
}

function splitUri(uri: string): { origin: string; path: string; query: string } {
  const [, origin, path = '', query = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(uri) ?? [];
  const isAddress = origin !== undefined && URL.canParse(origin) && !/[{}@\s]/.test(origin);
  if (!isAddress || /[{}]/.test(path)) throw new GatewayFault('internal', `Invalid endpoint address: ${uri}`);
  return { origin, path: path === '' ? '/' : path, query };
}
