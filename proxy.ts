import { type NextRequest, NextResponse } from 'next/server';
import { requestPathHeader } from '@/lib/auth/request-path';
import { decodeSession, encodeSession, sessionCookie, sessionIdleSeconds } from '@/lib/auth/session-token';

/** A token younger than this is left alone, so that not every request carries a new cookie. */
const refreshAfterMs = 5 * 60_000;

/**
 * Before every page: notes its path for the sign-in redirect and keeps a session in use alive. It is never the guard:
 * pages call `requireSession`, actions go through `lib/actions`.
 */
export async function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(requestPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  // Actions set cookies of their own (signing out removes this one); a refresh must not overrule them.
  if (request.method !== 'GET') return response;
  const { name, options } = sessionCookie();
  const session = await decodeSession(request.cookies.get(name)?.value);
  if (session && Date.now() - session.issuedAt > refreshAfterMs) {
    response.cookies.set(name, await encodeSession(session.userId), { ...options, maxAge: sessionIdleSeconds });
  }
  return response;
}

export const config = { matcher: ['/((?!_next/|api/|.*\\.(?:svg|ico|png|txt)$).*)'] };
