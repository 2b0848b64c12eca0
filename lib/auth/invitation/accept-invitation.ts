import 'server-only';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { hashPassword } from '../password';
import { requireGoodPassword } from '../require-good-password';
import { findInvitation, hashInvitationToken } from './find-invitation';

/**
 * Makes an invited account usable: the name and the password are its owner's own. The link works once.
 *
 * @throws ExpectedError `invalid` with its sentence at `newPassword`, `not-found` when the invitation is not open (any more)
 */
export async function acceptInvitation(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { token, name, newPassword, ip }: { token: string; name: string; newPassword: string; ip: string | null },
): Promise<{ userId: string }> {
  const gone = new ExpectedError('not-found', 'This invitation is not open any more.', {
    fix: 'Ask an administrator of this console for another one.',
  });
  const found = await findInvitation(db, token, now());
  if (found.state !== 'open') throw gone;
  requireGoodPassword(newPassword, { email: found.email, name });
  const passwordHash = await hashPassword(newPassword);
  return db.transaction(async (tx) => {
    const [user] = await tx
      .update(users)
      .set({
        name,
        passwordHash,
        passwordChangedAt: now(),
        mustChangePassword: false,
        inviteTokenHash: null,
        inviteExpiresAt: null,
      })
      // Once more, because hashing took a moment: of two who use the link at once, one comes too late.
      .where(
        and(
          eq(users.inviteTokenHash, hashInvitationToken(token)),
          gt(users.inviteExpiresAt, now()),
          isNull(users.disabledAt),
        ),
      )
      .returning();
    if (!user) throw gone;
    const actor = { kind: 'user', id: user.id, name: user.email, ip } as const;
    await recordEvent(
      { db: tx, now, actor },
      { action: 'user.invitation-accepted', resourceId: user.email, after: { name } },
    );
    return { userId: user.id };
  });
}
