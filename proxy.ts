import { type NextRequest, NextResponse } from 'next/server';
import { requestPathHeader } from '@/lib/auth/request-path';

/**
 * Before every page: notes its path, for the way back after signing in and as a sign that somebody uses the session. It is never the guard: pages
 * call `requireSession`, actions go through `lib/actions`.
 */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(requestPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ['/((?!_next/|api/|.*\\.(?:svg|ico|png|txt)$).*)'] };
