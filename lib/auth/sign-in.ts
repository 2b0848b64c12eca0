import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { findUser, type SessionUser } from './find-user';
import { verifyPassword } from './password';
import { giveBackSignInTries, takeSignInTry } from './sign-in-limits';

interface Credentials {
  /** In any case of letters. */
  email: string;
  password: string;
  ip: string | null;
}

/**
 * Checks who it is. Both answers are audited, until a limit is reached; the refusal is the same for a wrong password, an unknown address and a
 * disabled account, and takes as long.
 *
 * @throws ExpectedError `invalid` when the two do not belong together, `limit` after too many failures in 15 minutes
 */
export async function signIn({ db, now }: Pick<Context, 'db' | 'now'>, credentials: Credentials): Promise<SessionUser> {
  const email = credentials.email.trim().toLowerCase();
  const { ip } = credentials;
  const by = (id: string) => ({ db, now, actor: { kind: 'user', id, name: email, ip } as const });
  const { waitMs, firstRefused } = await takeSignInTry(email, ip);
  if (waitMs > 0) {
    // Once, not each time: a stranger must not be able to fill a log from which nothing is ever deleted.
    if (firstRefused) {
      await recordEvent(by(''), { action: 'user.sign-in-refused', resourceId: email }, refused('Too many failures.'));
    }
    throw tooManyFailures(waitMs, now());
  }
  const [user] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  const matches = await verifyPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !matches || user.disabledAt) {
    const reason = !user ? 'No such account.' : user.disabledAt ? 'The account is disabled.' : 'Wrong password.';
    await recordEvent(by(user?.id ?? ''), { action: 'user.sign-in-refused', resourceId: email }, refused(reason));
    throw new ExpectedError('invalid', 'Email and password do not belong together.', {
      fix: 'Check both and try again. docs/operations.md says what to do when the password is lost.',
    });
  }
  await giveBackSignInTries(email, ip);
  await recordEvent(by(user.id), { action: 'user.signed-in', resourceId: email });
  await db.update(users).set({ lastSignInAt: now() }).where(eq(users.id, user.id));
  const session = await findUser(db, user.id);
  if (!session) throw new Error('the user is gone in the middle of the sign-in');
  return session;
}

const refused = (message: string) => ({ result: 'refused', message }) as const;

function tooManyFailures(waitMs: number, now: Date): ExpectedError {
  const minutes = Math.ceil(waitMs / 60_000);
  const at = new Date(now.getTime() + minutes * 60_000).toISOString().slice(11, 16);
  return new ExpectedError('limit', 'Too many failed sign-ins for this account or from your address.', {
    fix: `Try again in ${minutes} minute${minutes === 1 ? '' : 's'} (at ${at} UTC).`,
  });
}
