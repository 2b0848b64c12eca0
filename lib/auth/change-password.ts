import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { endSessions } from './end-sessions';
import { hashPassword } from './password';
import type { SessionUser } from './read-session';
import { requireGoodPassword } from './require-good-password';
import { requireOwnPassword } from './require-own-password';

/**
 * Changes one's own password. All other sessions of the account end.
 *
 * @throws ExpectedError `invalid` with sentences at `currentPassword` or `newPassword`, `limit` after too many wrong ones
 */
export async function changePassword(
  ctx: Context,
  user: Pick<SessionUser, 'id' | 'email' | 'name' | 'sessionId'>,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ ended: number }> {
  await requireOwnPassword(ctx, user.id, currentPassword, 'currentPassword');
  if (newPassword === currentPassword) {
    throw new ExpectedError('invalid', 'This password can not be used.', {
      fields: { newPassword: 'This is the password that you have now.' },
    });
  }
  requireGoodPassword(newPassword, user);
  const passwordHash = await hashPassword(newPassword);
  return ctx.db.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ passwordHash, mustChangePassword: false, passwordChangedAt: ctx.now() })
      .where(eq(users.id, user.id));
    await recordEvent({ ...ctx, db: tx }, { action: 'user.password-changed', resourceId: user.email });
    return { ended: await endSessions({ ...ctx, db: tx }, user.id, 'password-changed', { except: user.sessionId }) };
  });
}
