import 'server-only';
import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { requireOwnPassword } from '../require-own-password';
import { checkCode } from './check-code';

/** Password and a code (or a recovery code) of the second factor. */
export interface BothFactors {
  password: string;
  code: string;
}

/**
 * Has somebody prove once more who they are by both factors.
 *
 * @throws ExpectedError `invalid` with sentences at `password` or `code`, `conflict` when there is no second factor, `limit`
 */
export async function requireBothFactors(ctx: Context, userId: string, { password, code }: BothFactors): Promise<void> {
  await requireOwnPassword(ctx, userId, password, 'password');
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId));
  if (!user?.totpEnabledAt) {
    throw new ExpectedError('conflict', 'The second factor is off already.', { fix: 'Load the page again.' });
  }
  if (!(await checkCode(ctx, user, code))) {
    throw new ExpectedError('invalid', 'This code does not work.', {
      fields: { code: 'This code does not work. Each works once: wait for the next one.' },
    });
  }
}
