import 'server-only';
import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { verifyPassword } from './password';
import { giveBackProofTries, takeProofTry } from './sign-in-limits';
import { tooManyTries } from './too-many-tries';

/**
 * Has somebody who is signed in prove once more who they are: a browser left alone must not be enough for what follows.
 *
 * @throws ExpectedError `invalid` with its sentence at `field`, `limit` after ten wrong ones in 15 minutes
 */
export async function requireOwnPassword(
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
  password: string,
  field: string,
): Promise<void> {
  const { waitMs } = await takeProofTry(db, 'password', userId);
  if (waitMs > 0) throw tooManyTries('The password was wrong too often.', waitMs, now());
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (user && !user.passwordHash) {
    throw new ExpectedError('conflict', 'Your account has no password: you sign in with the identity provider.');
  }
  if (!(await verifyPassword(user?.passwordHash ?? null, password))) {
    throw new ExpectedError('invalid', 'That is not your password.', {
      fields: { [field]: 'That is not your password.' },
    });
  }
  await giveBackProofTries(db, 'password', userId);
}
