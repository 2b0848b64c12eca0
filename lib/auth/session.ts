import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDb } from '@/lib/runtime';
import { findUser, type SessionUser } from './find-user';
import { may, type Permission } from './permissions';
import { requestPathHeader } from './request-path';
import { decodeSession, sessionCookie } from './session-token';

export type { SessionUser };

/**
 * Who is signed in, or null. The user's row is read on every request (once per request): who was disabled or demoted
 * loses access with the next click, not with the next sign-in.
 */
export const getSession = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const session = await decodeSession(token);
  return session ? findUser(await getDb(), session.userId) : null;
});

/** The signed-in user; without one the visitor is sent to the sign-in page and comes back here afterwards. For pages. */
export async function requireSession(): Promise<SessionUser> {
  const user = await getSession();
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
