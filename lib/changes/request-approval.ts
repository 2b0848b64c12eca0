import 'server-only';
import type { RequestApprovalInput } from '@/lib/approvals/schemas';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { requireState } from './find-change-set';
import { loadDraft } from './load-draft';
import { lockApprovals, requireSameContent, say } from './lock-approvals';

/**
 * Asks for a change set, as it is, to be approved for a stage.
 *
 * @throws ExpectedError `not-found`; `conflict` when it has changed since, has conflicts, or was asked for or approved already; `invalid`
 *   when it changes nothing
 */
export async function requestApproval(ctx: Context, input: RequestApprovalInput): Promise<void> {
  const { number, stage, comment, version } = input;
  await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const locked = await lockApprovals(tx, number, stage);
    requireState(locked.row, ['draft', 'stopped', 'applied']);
    requireSameContent(locked, input, 'asked');
    const { conflicts, differences } = await loadDraft(tx, locked.row);
    if (locked.row.state === 'draft' && conflicts.length > 0) {
      throw new ExpectedError('conflict', 'The change set has conflicts, so there is nothing to approve yet.', {
        fix: 'Settle the conflicts first: keep yours or theirs.',
      });
    }
    if (locked.row.state === 'draft' && differences.length === 0) {
      throw new ExpectedError('invalid', 'The change set changes nothing, so there is nothing to approve.');
    }
    const { standing, last } = locked.stage;
    if (standing === 'asked' || standing === 'approved') {
      const done =
        standing === 'asked' ? `${last?.userName} has asked for approval` : `${last?.userName} has approved it`;
      throw new ExpectedError('conflict', `${done} for ${stage} already.`);
    }
    await say(inTx, locked, 'requested', comment);
    await recordEvent(inTx, {
      action: 'change-set.approval-requested',
      resourceId: `#${number}`,
      after: {
        name: locked.row.name,
        stage,
        version,
        content: input.resultHash.slice(0, 12),
        comment: comment || null,
      },
    });
  });
}
