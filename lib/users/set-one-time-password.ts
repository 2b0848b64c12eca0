import 'server-only';
import { eq } from 'drizzle-orm';
import { resetPassword } from '@/lib/auth/reset-password';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { manageUser, refuseOneself } from './manage-user';

/**
 * Gives somebody a generated password that is good for one sign-in: there they choose their own. It is shown once.
 *
 * @throws ExpectedError `not-found`; `not-permitted` for oneself; `conflict` for who signs in with the identity provider
 */
export async function setOneTimePassword(
  ctx: Context,
  { id }: { id: string },
): Promise<{ email: string; password: string; secondFactorLeft: boolean }> {
  const email = await manageUser(ctx, id, async (inTx, user) => {
    refuseOneself(ctx, user, 'Your own password is changed on the page of your account.');
    if (user.oidcSubject !== null) {
      throw new ExpectedError(
        'conflict',
        `${user.email} signs in with the identity provider and needs no password here.`,
      );
    }
    // The password takes the place of an invitation that nobody has accepted.
    await inTx.db.update(users).set({ inviteTokenHash: null, inviteExpiresAt: null }).where(eq(users.id, id));
    return user.email;
  });
  const { password, secondFactorLeft } = await resetPassword(ctx, email, { secondFactor: false });
  return { email, password, secondFactorLeft };
}
