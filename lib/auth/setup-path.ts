import type { SessionUser } from './read-session';

/** The page on which somebody has to do something before anything else; null: nothing to do. */
export function setupPath(user: Pick<SessionUser, 'mustChangePassword' | 'mustAddSecondFactor'>): string | null {
  if (user.mustChangePassword) return '/account/password';
  if (user.mustAddSecondFactor) return '/account/second-factor';
  return null;
}
