import 'server-only';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { unseal } from '../seal';
import { giveBackProofTries, takeProofTry } from '../sign-in-limits';
import { tooManyTries } from '../too-many-tries';
import { recoveryCodesLeft, spendRecoveryCode } from './recovery-codes';
import { totpStep } from './totp';

export type CodeKind = 'totp' | 'recovery-code';

/**
 * What a code of somebody's second factor is: of the authenticator, or one of the recovery codes; null when it is neither. A code that is taken does
 * not work again.
 *
 * @throws ExpectedError `limit` after five wrong ones in 15 minutes
 */
export async function checkCode(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  user: Pick<typeof users.$inferSelect, 'id' | 'email' | 'totpSecret'>,
  typed: string,
): Promise<CodeKind | null> {
  const { waitMs } = await takeProofTry(ctx.db, 'code', user.id);
  if (waitMs > 0) throw tooManyTries('The code was wrong too often.', waitMs, ctx.now());
  const code = typed.replace(/\s/g, '');
  const kind = /^\d{6}$/.test(code) ? await takeStep(ctx, user, code) : await takeRecoveryCode(ctx, user, code);
  if (kind) await giveBackProofTries(ctx.db, 'code', user.id);
  return kind;
}

type User = Parameters<typeof checkCode>[1];

async function takeStep({ db, now }: Pick<Context, 'db' | 'now'>, user: User, code: string): Promise<CodeKind | null> {
  const secret = user.totpSecret === null ? null : unseal('totp', user.totpSecret);
  const step = secret === null ? null : totpStep(secret, code, now());
  if (step === null) return null;
  // Whoever saw a code being typed must not be able to use it again (RFC 6238, section 5.2).
  const taken = await db
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, user.id), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))))
    .returning({ id: users.id });
  return taken.length === 1 ? 'totp' : null;
}

async function takeRecoveryCode(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  user: User,
  code: string,
): Promise<CodeKind | null> {
  if (!(await spendRecoveryCode(ctx.db, user.id, code, ctx.now()))) return null;
  const left = await recoveryCodesLeft(ctx.db, user.id);
  await recordEvent(ctx, { action: 'user.recovery-code-used', resourceId: user.email, after: { left } });
  return 'recovery-code';
}
