import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { GatewayRequest } from './gateway-call';
import { type HeaderList, headerValue, pairHeaders } from './header-list';
import { parseQuery } from './query-list';
import { takeRandom } from './take-random';

const verbs = new Set(['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);

/** Whether API Gateway has methods of this verb. */
export function isVerb(text: string): boolean {
  return verbs.has(text);
}

/** Takes a request off Node's hands as plain data. */
export function receiveRequest(message: IncomingMessage, isSecure: boolean, receivedAt: number): GatewayRequest {
  const headers = pairHeaders(message.rawHeaders);
  const { authority, path, rawQuery } = splitTarget(message.url ?? '/');
  const override = headerValue(headers, 'X-HTTP-Method-Override')?.toUpperCase();
  return {
    verb: override !== undefined && isVerb(override) ? override : (message.method ?? 'GET'),
    path,
    query: parseQuery(rawQuery),
    headers,
    host: hostName(authority ?? headerValue(headers, 'Host') ?? ''),
    isSecure,
    ...tlsOf(message),
    httpVersion: message.httpVersion,
    sourceIp: (message.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    requestId: randomUUID(),
    extendedRequestId: `${takeRandom(11).toString('base64url')}=`,
    traceId: traceId(headers, receivedAt),
    receivedAt,
  };
}

function tlsOf({ socket }: IncomingMessage): Pick<GatewayRequest, 'tls'> {
  if (!(socket instanceof TLSSocket)) return {};
  return { tls: { cipher: socket.getCipher().standardName, version: socket.getProtocol() ?? '' } };
}

/** Keeps the trace that a client began, else begins one. */
function traceId(headers: HeaderList, at: number): string {
  const given = headerValue(headers, 'X-Amzn-Trace-Id');
  if (given?.includes('Root=')) return given;
  return `Root=1-${Math.floor(at / 1000).toString(16)}-${takeRandom(12).toString('hex')}`;
}

/** A proxy's form of the request line names the host, and that one counts (RFC 9112 section 3.2.2). */
function splitTarget(url: string): { authority?: string; path: string; rawQuery: string } {
  const [, authority, path = '', rawQuery = ''] = /^(?:https?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/is.exec(url) ?? [];
  return {
    ...(authority === undefined ? {} : { authority }),
    path: path.startsWith('/') ? path : `/${path}`,
    rawQuery,
  };
}

function hostName(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
}
