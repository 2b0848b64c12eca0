import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { verifyPassword } from './password';
import { giveBackSignInTries, takeSignInTry } from './sign-in-limits';
import { tooManyTries } from './too-many-tries';

interface Credentials {
  /** In any case of letters. */
  email: string;
  password: string;
  ip: string | null;
}

/** Whose password it was. */
export interface Recognised {
  userId: string;
  /** Whether they still have to show their second factor. */
  secondFactor: boolean;
}

/**
 * Checks an address and a password; `startSession` signs in whom it recognised. Refusals are audited, until a limit is reached. They are the same for
 * a wrong password, an unknown address, a disabled account and one without a password, and take as long.
 *
 * @throws ExpectedError `invalid` when the two do not belong together, `limit` after too many failures in 15 minutes
 */
export async function signIn(
  ctx: Pick<Context, 'db' | 'now' | 'correlationId'>,
  credentials: Credentials,
): Promise<Recognised> {
  const { db, now, correlationId } = ctx;
  const email = credentials.email.trim().toLowerCase();
  const { ip } = credentials;
  const by = (id: string) => ({ db, now, correlationId, actor: { kind: 'user', id, name: email, ip } as const });
  const { waitMs, firstRefused } = await takeSignInTry(db, email, ip);
  if (waitMs > 0) {
    // Once, not each time: a stranger must not be able to fill a log from which nothing is ever deleted.
    if (firstRefused) {
      await recordEvent(by(''), { action: 'user.sign-in-refused', resourceId: email }, refused('Too many failures.'));
    }
    throw tooManyTries('Too many failed sign-ins for this account or from your address.', waitMs, now());
  }
  const [user] = await db.select().from(users).where(eq(users.email, email)).limit(1);
  const matches = await verifyPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !matches || user.disabledAt) {
    await recordEvent(
      by(user?.id ?? ''),
      { action: 'user.sign-in-refused', resourceId: email },
      refused(reasonOf(user)),
    );
    throw new ExpectedError('invalid', 'Email and password do not belong together.', {
      fix: 'Check both and try again. docs/operations.md says what to do when the password is lost.',
    });
  }
  await giveBackSignInTries(db, email, ip);
  return { userId: user.id, secondFactor: user.totpEnabledAt !== null };
}

function reasonOf(user: typeof users.$inferSelect | undefined): string {
  if (!user) return 'No such account.';
  if (user.disabledAt) return 'The account is disabled.';
  return user.passwordHash ? 'Wrong password.' : 'The account has no password.';
}

const refused = (message: string) => ({ result: 'refused', message }) as const;
