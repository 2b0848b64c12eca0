import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { checkCode } from './check-code';
import { replaceRecoveryCodes } from './recovery-codes';

/**
 * Turns the second factor on, once a code proves that the authenticator has the secret.
 *
 * @returns ten recovery codes, which are shown now and never again
 * @throws ExpectedError `invalid` with its sentence at `code`, `conflict` when it is on already, `limit`
 */
export async function enableSecondFactor(ctx: Context, userId: string, code: string): Promise<string[]> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId));
  if (!user?.totpSecret || user.totpEnabledAt) {
    throw new ExpectedError('conflict', 'The second factor is on already, or was never begun.', {
      fix: 'Load the page again.',
    });
  }
  if ((await checkCode(ctx, user, code)) !== 'totp') {
    throw new ExpectedError('invalid', 'This code does not work.', {
      fields: { code: "This is not the app's code of now. Its clock may be off; codes change every 30 seconds." },
    });
  }
  return ctx.db.transaction(async (tx) => {
    const enabled = await tx
      .update(users)
      .set({ totpEnabledAt: ctx.now() })
      .where(and(eq(users.id, userId), isNull(users.totpEnabledAt)))
      .returning({ id: users.id });
    if (enabled.length === 0) throw new ExpectedError('conflict', 'The second factor is on already.');
    await recordEvent({ ...ctx, db: tx }, { action: 'user.second-factor-enabled', resourceId: user.email });
    return replaceRecoveryCodes(tx, userId);
  });
}
