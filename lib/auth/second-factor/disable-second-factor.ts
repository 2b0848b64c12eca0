import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { recoveryCodes, users } from '@/lib/db/schema';
import { type BothFactors, requireBothFactors } from './require-both-factors';

/** Turns one's own second factor off; its recovery codes go with it. */
export async function disableSecondFactor(
  ctx: Context,
  user: { id: string; email: string },
  proof: BothFactors,
): Promise<void> {
  await requireBothFactors(ctx, user.id, proof);
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ totpSecret: null, totpEnabledAt: null, totpLastStep: null })
      .where(eq(users.id, user.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id));
    await recordEvent({ ...ctx, db: tx }, { action: 'user.second-factor-disabled', resourceId: user.email });
  });
}
