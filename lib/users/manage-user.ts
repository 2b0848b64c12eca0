import 'server-only';
import { eq } from 'drizzle-orm';
import { findGrants } from '@/lib/auth/find-grants';
import { isLastAdministrator, lockUsers } from '@/lib/auth/last-administrator';
import { may } from '@/lib/auth/permissions';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

export type UserRow = typeof users.$inferSelect;

/**
 * Changes somebody's account. One administrator after the other: who waited finds out that they aren't one any more, or that the other one
 * is the last.
 *
 * @param run runs in the same transaction
 * @throws ExpectedError `not-found`, `not-permitted`; and what `run` throws
 */
export function manageUser<T>(ctx: Context, id: string, run: (inTx: Context, user: UserRow) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    await lockUsers(tx);
    await requireStillManager({ ...ctx, db: tx });
    const [user] = await tx.select().from(users).where(eq(users.id, id)).for('update');
    if (!user) throw new ExpectedError('not-found', 'There is no such user (any more).');
    return run({ ...ctx, db: tx }, user);
  });
}

/** @throws ExpectedError `not-permitted` when the actor has lost the right since the click */
export async function requireStillManager({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<void> {
  if (actor.kind !== 'user') return;
  const grants = (await findGrants(db, [actor.id])).get(actor.id);
  if (grants && may(grants, 'users:manage')) return;
  throw new ExpectedError('not-permitted', 'You are not an administrator any more, so nothing was changed.');
}

/** @throws ExpectedError `not-permitted` when somebody does to themselves what only others may do to them */
export function refuseOneself({ actor }: Pick<Context, 'actor'>, user: UserRow, sentence: string): void {
  if (actor.kind !== 'user' || actor.id !== user.id) return;
  throw new ExpectedError('not-permitted', sentence, { fix: 'Ask another administrator.' });
}

/**
 * Without an administrator who can sign in nobody could ever make another one.
 *
 * @throws ExpectedError `conflict` when this is the last
 */
export async function requireAnotherAdministrator(tx: Db, user: UserRow): Promise<void> {
  if (!(await isLastAdministrator(tx, user))) return;
  throw new ExpectedError('conflict', `${user.email} is the last administrator, so nothing was changed.`, {
    fix: 'Make somebody else an administrator first: one who has accepted the invitation and is not disabled.',
  });
}
