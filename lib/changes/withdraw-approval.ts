import 'server-only';
import type { WithdrawApprovalInput } from '@/lib/approvals/schemas';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { requireState } from './find-change-set';
import { lockApprovals, say } from './lock-approvals';

/**
 * Takes back what one has said: that it be approved, or that it is. Until the change set is applied; while it is being applied, the
 * applier finds out before it deploys.
 *
 * @throws ExpectedError `not-found`, `conflict`; `not-permitted` when somebody else has said it
 */
export async function withdrawApproval(ctx: Context, { number, stage }: WithdrawApprovalInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const locked = await lockApprovals(tx, number, stage);
    requireState(locked.row, ['draft', 'applying', 'stopped']);
    const { last } = locked.stage;
    if (last === null || last.decision === 'declined') {
      throw new ExpectedError('conflict', `There is nothing to withdraw from #${number} for ${stage}.`);
    }
    if (ctx.actor.kind !== 'user' || last.userId !== ctx.actor.id) {
      throw new ExpectedError('not-permitted', `Only ${last.userName} can withdraw this.`);
    }
    await say(inTx, locked, 'withdrawn', '');
    await recordEvent(inTx, {
      action: 'change-set.approval-withdrawn',
      resourceId: `#${number}`,
      after: { name: locked.row.name, stage, was: last.decision, version: locked.row.version },
    });
  });
}
