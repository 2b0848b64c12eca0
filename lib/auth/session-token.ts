import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';

/** A session ends after this long without a request, in seconds. */
export const sessionIdleSeconds = 8 * 60 * 60;

/** Secure cookies exactly when the console is reached over https, as next-auth decides it too. */
export const secureCookies = () => (process.env.NEXTAUTH_URL ?? '').startsWith('https://');

/** Name and attributes of the session cookie: next-auth's own, so that its routes and ours share one session. */
export function sessionCookie() {
  const secure = secureCookies();
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

/** Encrypted token that says who signed in, and nothing of what they may do: that is read from the database each time. */
export function encodeSession(userId: string): Promise<string> {
  return encode({ token: { sub: userId }, secret: env().authSecret, maxAge: sessionIdleSeconds });
}

/** Id of the user a token was made for and when (ms since 1970); null when it is forged, broken or too old. */
export async function decodeSession(token: string | undefined): Promise<{ userId: string; issuedAt: number } | null> {
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: env().authSecret });
    if (!claims?.sub) return null;
    return { userId: claims.sub, issuedAt: Number(claims.iat ?? 0) * 1000 };
  } catch {
    return null;
  }
}
