import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { beginWork } from './begin-work';
import { findChangeSet, requireState } from './find-change-set';
import type { ContinueApplyInput } from './schemas';

/**
 * Goes on with a change set that stands half done: from what is there now, whatever was done before.
 *
 * @throws ExpectedError `not-found`, `conflict`
 */
export async function continueApply(ctx: Context, { number, deploy }: ContinueApplyInput): Promise<{ number: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['stopped']);
  const deployStage = deploy ? row.deployStage : null;
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
