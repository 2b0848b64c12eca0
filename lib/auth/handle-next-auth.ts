import 'server-only';
import { randomUUID } from 'node:crypto';
import NextAuth from 'next-auth';
import { recordEvent } from '@/lib/audit/record-event';
import { env } from '@/lib/env';
import { getContext } from '@/lib/runtime';
import { authFailures, authOptions } from './auth-options';
import { clientIp } from './client-ip';
import { refusalOfError } from './oidc/refusal-of';
import { isProviderRefusal, type ProviderRefusal } from './oidc/refusals';
import { takeProviderFailure } from './sign-in-limits';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's routes. Its own error codes never reach the sign-in page: a redirect with one becomes a redirect with the refusal that it is, which is
 * written down.
 */
export async function handleNextAuth(request: Request, context: RouteContext): Promise<Response> {
  const [action, provider] = (await context.params).nextauth;
  // Anybody could write into the log by it.
  if (action === '_log') return new Response(null, { status: 404 });
  const attempt = randomUUID();
  const failure: { error: unknown } = { error: null };
  const response: Response = await authFailures.run(failure, () =>
    NextAuth(
      request as Parameters<typeof NextAuth>[0],
      context as unknown as Parameters<typeof NextAuth>[1],
      authOptions(request.headers, attempt),
    ),
  );
  const refusal = refusalIn(response, failure.error);
  if (!refusal) return response;
  if (action === 'callback' && provider === 'oidc') {
    await recordRefusal(refusal, clientIp(request.headers), attempt);
  }
  const headers = new Headers(response.headers);
  headers.set('location', `/sign-in?refused=${refusal}`);
  return new Response(null, { status: 302, headers });
}

/** Writes it down, but not without end: this address answers to everybody, and nothing is ever deleted from the log. */
async function recordRefusal(refusal: ProviderRefusal, ip: string | null, attempt: string): Promise<void> {
  const visitor = { kind: 'user', id: '', name: 'somebody of the identity provider', ip } as const;
  const ctx = { ...(await getContext(visitor)), correlationId: attempt };
  if ((await takeProviderFailure(ctx.db, ip)).waitMs > 0) return;
  await recordEvent(
    ctx,
    {
      action: 'user.sign-in-refused',
      resourceId: env().oidc?.name ?? 'identity provider',
      after: { method: 'oidc', refusal },
    },
    { result: 'refused', message: `Refused at the sign-in with the identity provider: ${refusal}.` },
  );
}

/** The refusal that a redirect of next-auth stands for; null when it is none, or one of ours already. */
function refusalIn(response: Response, error: unknown): ProviderRefusal | null {
  const location = response.headers.get('location');
  if (!location) return null;
  const { pathname, searchParams } = new URL(location, 'http://gatehouse.invalid');
  if (pathname !== '/sign-in' && !pathname.startsWith('/api/auth/')) return null;
  if (isProviderRefusal(searchParams.get('refused'))) return null;
  if (!searchParams.has('error')) return null;
  if (error) return refusalOfError(error);
  return searchParams.get('error') === 'OAuthSignin' ? 'unreachable' : 'failed';
}
