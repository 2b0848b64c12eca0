import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDb } from '@/lib/runtime';
import { may, type Permission } from './permissions';
import { readSession, type SessionUser } from './read-session';
import { requestPathHeader } from './request-path';
import { decodeSession, encodeSession, type SessionIds, sessionCookie, sessionMaxAge } from './session-token';
import { setupPath } from './setup-path';

export type { SessionUser };

/**
 * Who is signed in, or null, be it somebody who has to set up their account first. The rows of session and user are read on every request (once per
 * request): who was disabled, demoted or signed out elsewhere loses access with the next click.
 */
export const getSessionInSetup = cache(async (): Promise<SessionUser | null> => {
  const ids = await decodeSession((await cookies()).get(sessionCookie().name)?.value);
  if (!ids) return null;
  // What pages poll in the background is no use of the session; `proxy.ts` marks what is.
  const touch = (await headers()).has(requestPathHeader);
  return readSession({ db: await getDb(), now: () => new Date() }, ids, { touch });
});

/** The signed-in user; without one the visitor is sent to the sign-in page and comes back here afterwards. For pages. */
export async function requireSession(): Promise<SessionUser> {
  const user = await requireSessionInSetup();
  const setup = setupPath(user);
  if (setup) redirect(setup);
  return user;
}

/** {@link requireSession} for the pages on which somebody sets up their account. */
export async function requireSessionInSetup(): Promise<SessionUser> {
  const user = await getSessionInSetup();
  if (user) return user;
  const path = (await headers()).get(requestPathHeader);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in');
}

/** The signed-in user, who may do this to something at all; others are sent to the overview, which says why. For pages. */
export async function requirePermission(permission: Permission): Promise<SessionUser> {
  const user = await requireSession();
  if (!may(user, permission)) redirect(`/overview?refused=${permission}`);
  return user;
}

/** Hands the browser the cookie of a session. In actions and route handlers only. */
export async function setSessionCookie(ids: SessionIds): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await encodeSession(ids), { ...options, maxAge: sessionMaxAge() });
}
