import 'server-only';
import { mayApprove } from '@/lib/approvals/approvers';
import type { DecideApprovalInput } from '@/lib/approvals/schemas';
import { recordEvent } from '@/lib/audit/record-event';
import { findGrants } from '@/lib/auth/find-grants';
import { roleWithArticle } from '@/lib/auth/roles';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { authorsOf } from './authors-of';
import { requireState } from './find-change-set';
import { type Locked, lockApprovals, requireSameContent, say } from './lock-approvals';

/**
 * Approves a change set for a stage, or declines it. Nobody says this to what they had a hand in, or have asked for themselves.
 *
 * @throws ExpectedError `not-found`; `not-permitted`, which is audited; `conflict` when it has changed since, or nobody has asked
 */
export async function decideApproval(ctx: Context, input: DecideApprovalInput): Promise<void> {
  const { number, stage, decision, comment, version } = input;
  const refusal = await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const locked = await lockApprovals(tx, number, stage);
    requireState(locked.row, ['draft', 'stopped', 'applied']);
    requireSameContent(locked, input, decision);
    const reason = await whyNotTheirs(inTx, locked);
    if (reason !== null) return reason;
    if (locked.stage.standing !== 'asked') {
      throw new ExpectedError('conflict', `Nobody waits for an answer to #${number} for ${stage}.`, {
        fix: 'Reload the page to see how it stands.',
      });
    }
    await say(inTx, locked, decision, comment);
    await recordEvent(inTx, {
      action: decision === 'approved' ? 'change-set.approved' : 'change-set.declined',
      resourceId: `#${number}`,
      after: {
        name: locked.row.name,
        stage,
        version,
        content: input.resultHash.slice(0, 12),
        comment: comment || null,
      },
    });
    return null;
  });
  if (refusal === null) return;
  // Outside of the transaction, which has nothing to keep.
  await recordEvent(
    ctx,
    {
      action: 'user.action-refused',
      resourceId: ctx.actor.name,
      after: { action: 'decide-approval', changeSet: `#${number}`, stage, decision },
    },
    { result: 'refused', message: refusal },
  );
  throw new ExpectedError('not-permitted', refusal, { fix: 'Somebody else has to look at it.' });
}

async function whyNotTheirs(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { row, stage: { stage, approverRole, last } }: Locked,
): Promise<string | null> {
  if (actor.kind !== 'user') return 'Only people approve.';
  const grants = (await findGrants(db, [actor.id])).get(actor.id);
  if (grants === undefined || !mayApprove(grants, stage, approverRole)) {
    return `Only ${roleWithArticle[approverRole]} who may deploy to ${stage} may decide this.`;
  }
  if ((await authorsOf(db, row)).has(actor.name)) return `You have worked on #${row.number} yourself.`;
  if (last?.decision === 'requested' && last.userId === actor.id) return 'You have asked for this yourself.';
  return null;
}
