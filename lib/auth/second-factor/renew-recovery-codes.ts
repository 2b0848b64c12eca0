import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { replaceRecoveryCodes } from './recovery-codes';
import { type BothFactors, requireBothFactors } from './require-both-factors';

/** Replaces one's own recovery codes by ten new ones, which are shown now and never again. */
export async function renewRecoveryCodes(
  ctx: Context,
  user: { id: string; email: string },
  proof: BothFactors,
): Promise<string[]> {
  await requireBothFactors(ctx, user.id, proof);
  return ctx.db.transaction(async (tx) => {
    await recordEvent({ ...ctx, db: tx }, { action: 'user.recovery-codes-renewed', resourceId: user.email });
    return replaceRecoveryCodes(tx, user.id);
  });
}
