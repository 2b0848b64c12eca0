import 'server-only';
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { hashInvitationToken } from '@/lib/auth/invitation/find-invitation';
import { lockUsers } from '@/lib/auth/last-administrator';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { manageUser, requireStillManager } from './manage-user';
import type { InviteUserInput } from './schemas';
import { limitsOf, writeLimits } from './write-limits';

/** Long enough for a weekend. */
const openForMs = 72 * 3_600_000;

export interface Invited {
  id: string;
  email: string;
  /** With the token, which is nowhere else: the database has its hash only. */
  path: string;
  /** ISO-8601. */
  until: string;
}

/**
 * Makes an account that nobody can sign in to yet, and the link with which its owner chooses a password.
 *
 * @throws ExpectedError `invalid` when the address has an account already
 */
export async function inviteUser(ctx: Context, input: InviteUserInput): Promise<Invited> {
  const { email, role } = input;
  const limits = limitsOf(input);
  const { token, set, until } = newToken(ctx);
  const id = await ctx.db.transaction(async (tx) => {
    await lockUsers(tx);
    await requireStillManager({ ...ctx, db: tx });
    const [user] = await tx
      .insert(users)
      .values({ email, name: email, role, createdAt: ctx.now(), ...set })
      .onConflictDoNothing({ target: users.email })
      .returning();
    if (!user) throw taken(email);
    await writeLimits(tx, user.id, limits);
    const after = { role, ...limits, until: until.toISOString() };
    await recordEvent({ ...ctx, db: tx }, { action: 'user.invited', resourceId: email, after });
    return user.id;
  });
  return { id, email, path: pathOf(token), until: until.toISOString() };
}

/**
 * Makes another link for somebody who has not accepted yet; the one before is worth nothing then.
 *
 * @throws ExpectedError `not-found`; `conflict` when it is accepted, or the account is disabled
 */
export async function reinviteUser(ctx: Context, { id }: { id: string }): Promise<Invited> {
  return manageUser(ctx, id, async (inTx, user) => {
    if (user.passwordHash !== null || user.oidcSubject !== null) {
      throw new ExpectedError('conflict', `${user.email} has accepted the invitation already.`, {
        fix: 'Set a one-time password if they can not sign in.',
      });
    }
    if (user.disabledAt !== null) throw new ExpectedError('conflict', `${user.email} is disabled.`);
    const { token, set, until } = newToken(ctx);
    await inTx.db.update(users).set(set).where(eq(users.id, id));
    const after = { role: user.role, until: until.toISOString(), again: true };
    await recordEvent(inTx, { action: 'user.invited', resourceId: user.email, after });
    return { id, email: user.email, path: pathOf(token), until: until.toISOString() };
  });
}

function newToken({ now }: Pick<Context, 'now'>) {
  const token = randomBytes(32).toString('base64url');
  const until = new Date(now().getTime() + openForMs);
  return { token, until, set: { inviteTokenHash: hashInvitationToken(token), inviteExpiresAt: until } };
}

const pathOf = (token: string) => `/accept-invitation?token=${token}`;

function taken(email: string): ExpectedError {
  return new ExpectedError('invalid', 'Nobody was invited: this address has an account already.', {
    fields: { email: `${email} is in the list of users already.` },
  });
}
