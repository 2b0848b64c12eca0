import 'server-only';
import { isIP } from 'node:net';

/**
 * Address of the client as far as it can be known: the last entry of `X-Forwarded-For`, which the proxy nearest to us
 * wrote (without a proxy, Next.js writes the socket's address there). Earlier entries are the client's own claims.
 */
export function clientIp(headers: { get(name: string): string | null }): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const plain = last.startsWith('::ffff:') ? last.slice(7) : last;
  return isIP(plain) ? plain : null;
}
