import 'server-only';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { sessions, settings, users } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { grantsColumns } from './find-grants';
import type { Grants } from './permissions';
import type { SessionIds } from './session-token';
import { policyKey } from './sign-in-policy';

/** Who is signed in, and what decides over what they may do. */
export interface SessionUser extends Grants {
  id: string;
  /** Lower case. */
  email: string;
  name: string;
  sessionId: string;
  /** How they signed in. */
  method: 'password' | 'oidc';
  /** Somebody else chose their password: nothing else goes before they have changed it. */
  mustChangePassword: boolean;
  /** Everybody needs a second factor, and they have none: nothing else goes before they have one. */
  mustAddSecondFactor: boolean;
}

/** Use is written down this often. */
const touchEveryMs = 60_000;

const secondFactorRequired = sql`coalesce((
  select ${settings.value}->>'secondFactor' = 'required' from ${settings} where ${settings.key} = ${policyKey}
), false)`;

const local = sql`${sessions.method} = 'password'`;

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  ...grantsColumns,
  sessionId: sessions.id,
  method: sessions.method,
  mustChangePassword: sql<boolean>`${users.mustChangePassword} and ${local}`,
  // The identity provider asks for second factors of its own.
  mustAddSecondFactor: sql<boolean>`${users.totpEnabledAt} is null and ${local} and ${secondFactorRequired}`,
};

/**
 * The user of a session; null when it has ended, was not used for too long, is too old, or the user is disabled. With `touch` this counts as use of
 * it.
 */
export async function readSession(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { userId, sessionId }: SessionIds,
  { idleMs = env().session.idleMs, touch = true }: { idleMs?: number; touch?: boolean } = {},
): Promise<SessionUser | null> {
  const at = now();
  const [found] = await db
    .select({ user: columns, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(users.id, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, new Date(at.getTime() - idleMs)),
        isNull(users.disabledAt),
      ),
    );
  if (!found) return null;
  const stale = new Date(at.getTime() - touchEveryMs);
  if (touch && found.lastSeenAt < stale) {
    await db
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, stale)));
    await db.update(users).set({ lastSeenAt: at }).where(eq(users.id, userId));
  }
  return found.user;
}
