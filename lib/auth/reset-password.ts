import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { recoveryCodes, users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { endSessions } from './end-sessions';
import { generatePassword, hashPassword } from './password';

/**
 * Gives an account a new, generated password that is to be changed at the first sign-in, and ends its sessions. With `secondFactor` its second
 * factor goes, too.
 *
 * @throws ExpectedError `not-found` when no account has this address
 */
export async function resetPassword(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  address: string,
  { secondFactor }: { secondFactor: boolean },
): Promise<{ email: string; password: string; disabled: boolean; secondFactorLeft: boolean }> {
  const email = address.trim().toLowerCase();
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    const gone = { totpSecret: null, totpEnabledAt: null, totpLastStep: null };
    const [user] = await tx
      .update(users)
      .set({ passwordHash, mustChangePassword: true, passwordChangedAt: ctx.now(), ...(secondFactor ? gone : {}) })
      .where(eq(users.email, email))
      .returning();
    if (!user) throw new ExpectedError('not-found', `No account has the address ${email}.`);
    await recordEvent({ ...ctx, db: tx }, { action: 'user.password-reset', resourceId: email });
    if (secondFactor) {
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id));
      await recordEvent({ ...ctx, db: tx }, { action: 'user.second-factor-disabled', resourceId: email });
    }
    await endSessions({ ...ctx, db: tx }, user.id, 'password-changed');
    return { email, password, disabled: user.disabledAt !== null, secondFactorLeft: user.totpEnabledAt !== null };
  });
}
