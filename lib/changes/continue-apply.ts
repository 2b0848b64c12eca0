import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { beginWork } from './begin-work';
import { findChangeSet, requireState } from './find-change-set';
import { loadDraft } from './load-draft';
import { requireApprovals } from './require-approvals';
import type { ContinueApplyInput } from './schemas';

/**
 * Goes on with a change set that stands half done: from what is there now, whatever was done before.
 *
 * @throws ExpectedError `not-found`, `conflict`; `not-permitted` when it needs approval first
 */
export async function continueApply(ctx: Context, { number, deploy }: ContinueApplyInput): Promise<{ number: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['stopped']);
  const deployStage = deploy ? row.deployStage : null;
  await requireApprovals(ctx.db, row, deployStage, (await loadDraft(ctx.db, row)).snapshot);
  await beginWork(ctx, row, { state: 'applying', deployStage }, (tx) =>
    recordEvent(
      { ...ctx, db: tx },
      {
        action: 'change-set.continue-requested',
        resourceId: `#${number}`,
        after: { name: row.name, deployTo: deployStage, stoppedBecause: row.failure?.sentence ?? null },
      },
    ),
  );
  return { number };
}
