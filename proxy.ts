import { type NextRequest, NextResponse } from 'next/server';
import { requestPathHeader } from '@/lib/auth/request-path';
import { decodeSession, sessionCookie } from '@/lib/auth/session-token';
import { env } from '@/lib/env';
import { admitRequest } from '@/lib/http/admit-request';
import { nonceHeader } from '@/lib/http/nonce-header';
import { rejectionPage, wantsPage } from '@/lib/http/rejection-page';
import { dataPolicy, pagePolicy, strictTransportSecurity } from '@/lib/http/security-headers';

/**
 * Before every page and route handler: turns away what is no request of ours (name, origin, size of the body), says what the
 * answer may load, and notes the path, for the way back after signing in and as a sign that somebody uses the session. It is never the
 * guard: pages call `requireSession`, actions go through `lib/actions`.
 */
export async function proxy(request: NextRequest) {
  const { publicUrl, host, trustProxy } = env();
  const { method, nextUrl } = request;
  const { name } = sessionCookie();
  const readSession = () => decodeSession(request.cookies.get(name)?.value);
  const https = publicUrl?.startsWith('https:') ?? false;
  const secured = (response: NextResponse, policy: string) => {
    response.headers.set('content-security-policy', policy);
    if (https) response.headers.set('strict-transport-security', strictTransportSecurity);
    return response;
  };

  const incoming = { method, path: nextUrl.pathname, header: (wanted: string) => request.headers.get(wanted) };
  const rejection = await admitRequest(
    incoming,
    { publicUrl, host, trustProxy },
    async () => (await readSession()) !== null,
  );
  if (rejection) {
    const page = wantsPage(incoming.header);
    const headers = { 'content-type': page ? 'text/html; charset=utf-8' : 'text/plain', 'cache-control': 'no-store' };
    const body = page ? rejectionPage(rejection) : `${rejection.sentence}\n`;
    return secured(new NextResponse(body, { status: rejection.status, headers }), dataPolicy);
  }
  if (nextUrl.pathname.startsWith('/api/') || nextUrl.pathname.startsWith('/.well-known/'))
    return secured(NextResponse.next(), dataPolicy);

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy({ nonce, dev: process.env.NODE_ENV === 'development', https });
  const headers = new Headers(request.headers);
  // Next.js takes the nonce of its own scripts from here.
  headers.set('content-security-policy', policy);
  headers.set(nonceHeader, nonce);
  headers.set(requestPathHeader, nextUrl.pathname + nextUrl.search);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

/** All but the files of the build. */
export const config = { matcher: ['/((?!_next/static/).*)'] };
