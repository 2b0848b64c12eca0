import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const header = 'x-forwarded-for';
/** What a proxy says besides. Next.js goes by them, too: the first would decide which origin counts as ours. */
const others = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/**
 * Address of the client as far as it can be known: the last entry of `X-Forwarded-For`. With `GATEHOUSE_TRUST_PROXY=1`
 * the proxy in front of us wrote it, else {@link forgetForwardedFor} put the socket's address there. Earlier entries are
 * the client's own claims.
 */
export function clientIp(headers: { get(name: string): string | null }): string | null {
  const last = headers.get(header)?.split(',').at(-1)?.trim() ?? '';
  const plain = last.startsWith('::ffff:') ? last.slice(7) : last;
  return isIP(plain) ? plain : null;
}

/** What limits count by: whoever has one address of IPv6 has its whole /64 (RFC 6177), and could come from another for each try. */
export function networkOf(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const [left = [], right = []] = ip.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/**
 * Overwrites every request's `X-Forwarded-For` with the socket's address and drops what else a proxy would say, for a server
 * without one in front. Next.js
 * fills that header in only where the client sent none, and gives pages and actions no other way to the address. To be
 * called once, before the first request.
 */
export function forgetForwardedFor(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const address = request.socket.remoteAddress;
    if (address) request.headers[header] = address;
    else delete request.headers[header];
    for (const name of others) delete request.headers[name];
  });
}
