import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { endSessions } from '@/lib/auth/end-sessions';
import { grantsColumns } from '@/lib/auth/find-grants';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { manageUser, refuseOneself, requireAnotherAdministrator } from './manage-user';
import type { ChangeAccessInput } from './schemas';
import { limitsOf, writeLimits } from './write-limits';

/**
 * Gives somebody another role or other limits, and ends their sessions: they sign in again as who they are now.
 *
 * @throws ExpectedError `not-found`; `not-permitted` for oneself; `conflict` for the last administrator, or a role that comes from the
 *   identity provider
 */
export async function changeAccess(
  ctx: Context,
  input: ChangeAccessInput,
): Promise<{ email: string; changed: boolean }> {
  const { id, role } = input;
  const limits = limitsOf(input);
  return manageUser(ctx, id, async (inTx, user) => {
    refuseOneself(ctx, user, 'Nobody changes their own role or limits.');
    const [had] = await inTx.db.select(grantsColumns).from(users).where(eq(users.id, id));
    const before = { tenants: had?.tenants ?? null, stages: had?.stages ?? null };
    const otherLimits = JSON.stringify(before) !== JSON.stringify(limits);
    if (role !== user.role) {
      if (user.oidcSubject !== null) {
        throw new ExpectedError('conflict', `The role of ${user.email} comes from the identity provider.`, {
          fix: 'Change it there; it follows with the next sign-in.',
        });
      }
      if (role !== 'administrator') await requireAnotherAdministrator(inTx.db, user);
      await inTx.db.update(users).set({ role }).where(eq(users.id, id));
      const [from, to] = [{ role: user.role }, { role }];
      await recordEvent(inTx, { action: 'user.role-changed', resourceId: user.email, before: from, after: to });
    }
    if (otherLimits) {
      await writeLimits(inTx.db, id, limits);
      await recordEvent(inTx, { action: 'user.limits-changed', resourceId: user.email, before, after: limits });
    }
    const changed = otherLimits || role !== user.role;
    if (changed) await endSessions(inTx, id, 'user-changed');
    return { email: user.email, changed };
  });
}
