import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';

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

/** The absolute limit of sessions, in seconds: as long the browser keeps the cookie, and the token is readable. */
export const sessionMaxAge = () => env().session.absoluteMs / 1000;

/** What a cookie names: a user and one session of that user. */
export interface SessionIds {
  userId: string;
  sessionId: string;
}

/** Encrypted token that names a session, and nothing of what its user may do: that is read from the database each time. */
export function encodeSession({ userId, sessionId }: SessionIds): Promise<string> {
  return encode({ token: { sub: userId, sid: sessionId }, secret: env().authSecret, maxAge: sessionMaxAge() });
}

/** What a token was made for; null when it is forged, broken, too old, or names no session. */
export async function decodeSession(token: string | undefined): Promise<SessionIds | null> {
  if (!token) return null;
  try {
    return sessionIdsOf(await decode({ token, secret: env().authSecret }));
  } catch {
    return null;
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The session that claims name. Ids that are no UUID would be an error of the database, not "nobody". */
export function sessionIdsOf(claims: Record<string, unknown> | null | undefined): SessionIds | null {
  const { sub, sid } = claims ?? {};
  if (typeof sub !== 'string' || typeof sid !== 'string' || !uuid.test(sub) || !uuid.test(sid)) return null;
  return { userId: sub, sessionId: sid };
}
