import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSets } from '@/lib/db/schema';
import { findChangeSet, requireState, savedMeanwhile } from './find-change-set';
import type { StopApplyInput } from './schemas';

/**
 * Stops the application of a change set after the call in hand, such as one that waits for an AWS that doesn't answer. It stands half
 * done then: continue or undo it.
 *
 * @throws ExpectedError `not-found`; `conflict` when nobody is applying it
 */
export async function stopApply(ctx: Context, { number }: StopApplyInput): Promise<{ number: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['applying', 'undoing']);
  const failure = { sentence: `${ctx.actor.name} stopped it.`, fix: 'Continue it, or undo it.' };
  await ctx.db.transaction(async (tx) => {
    const written = await tx
      .update(changeSets)
      // The lease stays with whoever works on it, until they notice; also when it is continued at once.
      .set({ state: 'stopped', failure, updatedAt: ctx.now(), attempt: sql`${changeSets.attempt} + 1` })
      .where(and(eq(changeSets.id, row.id), eq(changeSets.state, row.state)))
      .returning({ id: changeSets.id });
    if (written.length === 0) throw savedMeanwhile(number, null);
    const event = { action: 'change-set.stop-requested', resourceId: `#${number}`, after: { was: row.state } } as const;
    await recordEvent({ ...ctx, db: tx }, event);
  });
  return { number };
}
