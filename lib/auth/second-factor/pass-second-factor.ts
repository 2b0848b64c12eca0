import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { type CodeKind, checkCode } from './check-code';

/**
 * The second step of a sign-in, for whose password was right moments ago.
 *
 * @throws ExpectedError `invalid` with its sentence at `code`, `limit` after five wrong ones, `not-signed-in` when the account changed in between
 */
export async function passSecondFactor(
  { db, now, correlationId }: Pick<Context, 'db' | 'now' | 'correlationId'>,
  {
    userId,
    at,
    code,
    ip,
  }: { userId: string /** When the password was right. */; at: Date; code: string; ip: string | null },
): Promise<CodeKind> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  // The token knows whole seconds only.
  const newPassword = (user?.passwordChangedAt?.getTime() ?? 0) >= at.getTime() + 1000;
  if (!user?.totpEnabledAt || user.disabledAt || newPassword) {
    throw new ExpectedError('not-signed-in', 'The account changed in the meantime.', {
      fix: 'Sign in from the beginning.',
    });
  }
  const ctx = { db, now, correlationId, actor: { kind: 'user', id: userId, name: user.email, ip } as const };
  const kind = await checkCode(ctx, user, code);
  if (kind) return kind;
  await recordEvent(
    ctx,
    { action: 'user.sign-in-refused', resourceId: user.email },
    { result: 'refused', message: 'Wrong code of the second factor.' },
  );
  throw new ExpectedError('invalid', 'This code does not work.', {
    fields: { code: 'This code does not work. Each works once, and those of an app for a minute at most.' },
  });
}
