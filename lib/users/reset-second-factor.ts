import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { endSessions } from '@/lib/auth/end-sessions';
import type { Context } from '@/lib/context';
import { recoveryCodes, users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { manageUser, refuseOneself } from './manage-user';

/**
 * Takes somebody's second factor away, who has lost it: they sign in with the password alone, and set up another.
 *
 * @throws ExpectedError `not-found`; `not-permitted` for oneself; `conflict` when there is none
 */
export async function resetSecondFactor(ctx: Context, { id }: { id: string }): Promise<{ email: string }> {
  return manageUser(ctx, id, async (inTx, user) => {
    refuseOneself(ctx, user, 'Your own second factor is changed on the page of your account.');
    if (user.totpEnabledAt === null && user.totpSecret === null) {
      throw new ExpectedError('conflict', `${user.email} has no second factor.`);
    }
    await inTx.db
      .update(users)
      .set({ totpSecret: null, totpEnabledAt: null, totpLastStep: null })
      .where(eq(users.id, id));
    await inTx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, id));
    await recordEvent(inTx, { action: 'user.second-factor-reset', resourceId: user.email });
    await endSessions(inTx, id, 'user-changed');
    return { email: user.email };
  });
}
