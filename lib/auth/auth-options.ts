import 'server-only';
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { recordEvent } from '@/lib/audit/record-event';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { getContext, getDb } from '@/lib/runtime';
import { clientIp } from './client-ip';
import { findUser } from './find-user';
import { safePath } from './safe-path';
import { signInSchema } from './schemas';
import { secureCookies, sessionIdleSeconds } from './session-token';
import { signIn } from './sign-in';

const visitor = { kind: 'system', name: 'visitor' } as const;

/** next-auth's settings; made on request, because a build has no environment. */
export function authOptions(): AuthOptions {
  return {
    secret: env().authSecret,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: sessionIdleSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const headers = new Headers(request.headers as Record<string, string> | undefined);
          const typed = signInSchema.safeParse(credentials);
          if (!typed.success) return null;
          try {
            return await signIn(await getContext(visitor), { ...typed.data, ip: clientIp(headers) });
          } catch (error) {
            // next-auth would put the text of the error into the URL of the sign-in page.
            if (!(error instanceof ExpectedError)) log.error({ err: error }, 'sign-in failed unexpectedly');
            return null;
          }
        },
      }),
    ],
    callbacks: {
      // Nothing of the user is kept in the token but who it is.
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub }),
      async session({ session, token }) {
        const user = await findUser(await getDb(), token.sub ?? '');
        return { expires: session.expires, ...(user ? { user } : {}) };
      },
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return path.startsWith('/sign-in') ? `${baseUrl}/sign-in` : baseUrl + safePath(path);
      },
    },
    events: {
      async signOut({ token }) {
        const user = await findUser(await getDb(), token?.sub ?? '');
        if (!user) return;
        const context = await getContext({ kind: 'user', id: user.id, name: user.email, ip: null });
        await recordEvent(context, { action: 'user.signed-out', resourceId: user.email });
      },
    },
  };
}
