import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthOptions } from 'next-auth';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { getContext, getDb } from '@/lib/runtime';
import { clientIp } from './client-ip';
import { oidcProvider } from './oidc/provider';
import { signInWithProvider } from './oidc/sign-in-with-provider';
import { readSession } from './read-session';
import { safePath } from './safe-path';
import { seal } from './seal';
import { secureCookies, sessionIdsOf, sessionMaxAge } from './session-token';
import { signOut } from './sign-out';
import { startSession } from './start-session';

/** What went wrong in the request in hand: next-auth keeps one logger for all of them. */
export const authFailures = new AsyncLocalStorage<{ error: unknown }>();

const visitor = { kind: 'system', name: 'visitor' } as const;

/**
 * next-auth's settings for one request; made then, because a build has no environment. The identity provider is its only provider: local accounts sign
 * in by the action of the sign-in page, which asks for the second factor.
 *
 * @param attempt joins in the audit log what comes of this request
 */
export function authOptions(headers: Headers, attempt: string): AuthOptions {
  const { authSecret, oidc } = env();
  const ip = clientIp(headers);
  return {
    secret: authSecret,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: sessionMaxAge() },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: oidc ? [oidcProvider(oidc)] : [],
    logger: {
      error(code, metadata) {
        const error = metadata instanceof Error ? metadata : metadata.error;
        const failure = authFailures.getStore();
        if (failure) failure.error = error;
        log.warn({ err: error, code }, 'sign-in with the identity provider failed');
      },
      warn: (code) => log.warn({ code }, 'next-auth warns'),
      debug: () => {},
    },
    callbacks: {
      async signIn({ user, profile }) {
        if (!oidc || !profile) return false;
        const ctx = { ...(await getContext(visitor)), correlationId: attempt };
        const claims = { ...profile };
        const result = await signInWithProvider(ctx, { issuer: oidc.issuer, claims, roleClaim: oidc.roleClaim, ip });
        if ('refusal' in result) return `/sign-in?refused=${result.refusal}`;
        user.id = result.userId;
        return true;
      },
      // Nothing is kept in the token but which session it names.
      async jwt({ token, user, account, profile }) {
        if (!account) return { sub: token.sub, sid: token.sid };
        const sid = profile && 'sid' in profile && typeof profile.sid === 'string' ? profile.sid : null;
        const { sessionId } = await startSession(
          { ...(await getContext(visitor)), correlationId: attempt },
          {
            userId: user.id,
            method: 'oidc',
            ip,
            userAgent: headers.get('user-agent'),
            provider: { sessionId: sid, idToken: account.id_token ? seal('id-token', account.id_token) : null },
          },
        );
        return { sub: user.id, sid: sessionId };
      },
      async session({ session, token }) {
        const ids = sessionIdsOf(token);
        const user = ids && (await readSession({ db: await getDb(), now: () => new Date() }, ids, { touch: false }));
        return { expires: session.expires, ...(user ? { user: { name: user.name, email: user.email } } : {}) };
      },
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return path.startsWith('/sign-in') ? `${baseUrl}/sign-in` : baseUrl + safePath(path);
      },
    },
    events: {
      async signOut({ token }) {
        const ids = sessionIdsOf(token);
        const user = ids && (await readSession({ db: await getDb(), now: () => new Date() }, ids, { touch: false }));
        if (!user) return;
        const ctx = await getContext({ kind: 'user', id: user.id, name: user.email, ip });
        await signOut({ ...ctx, correlationId: attempt }, user);
      },
    },
  };
}
