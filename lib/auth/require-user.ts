import type { SessionUser } from './read-session';

/** The user of an action that demands a permission: there is one then. */
export function requireUser(user: SessionUser | null): SessionUser {
  if (!user) throw new Error('an action that demands a permission ran without a user');
  return user;
}
