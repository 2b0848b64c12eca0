import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { endSessions } from '@/lib/auth/end-sessions';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { manageUser, refuseOneself, requireAnotherAdministrator } from './manage-user';

/**
 * Keeps somebody out, from the next click on; an open invitation is withdrawn by it, and approvals they gave don't count.
 *
 * @throws ExpectedError `not-found`; `not-permitted` for oneself; `conflict` for the last administrator
 */
export async function disableUser(ctx: Context, { id }: { id: string }): Promise<{ email: string }> {
  return manageUser(ctx, id, async (inTx, user) => {
    refuseOneself(ctx, user, 'Nobody disables their own account.');
    await requireAnotherAdministrator(inTx.db, user);
    if (user.disabledAt === null) {
      await inTx.db
        .update(users)
        .set({ disabledAt: ctx.now(), inviteTokenHash: null, inviteExpiresAt: null })
        .where(eq(users.id, id));
      await recordEvent(inTx, { action: 'user.disabled', resourceId: user.email, after: { role: user.role } });
      await endSessions(inTx, id, 'user-changed');
    }
    return { email: user.email };
  });
}

/**
 * Lets somebody in again, as who they were.
 *
 * @throws ExpectedError `not-found`
 */
export async function enableUser(ctx: Context, { id }: { id: string }): Promise<{ email: string }> {
  return manageUser(ctx, id, async (inTx, user) => {
    if (user.disabledAt !== null) {
      await inTx.db.update(users).set({ disabledAt: null }).where(eq(users.id, id));
      await recordEvent(inTx, { action: 'user.enabled', resourceId: user.email, after: { role: user.role } });
    }
    return { email: user.email };
  });
}
