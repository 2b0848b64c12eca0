import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { beginWork } from './begin-work';
import { findChangeSet, requireState } from './find-change-set';
import type { UndoApplyInput } from './schemas';

/**
 * Takes back what a change set did to the working copy: everything that it touched becomes what it was before, but for what others have
 * changed since. Then it is a draft again. What stages serve stays as it is.
 *
 * @throws ExpectedError `not-found`, `conflict`
 */
export async function undoApply(ctx: Context, { number }: UndoApplyInput): Promise<{ number: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['stopped', 'applied']);
  await beginWork(ctx, row, { state: 'undoing' }, (tx) =>
    recordEvent(
      { ...ctx, db: tx },
      {
        action: 'change-set.undo-requested',
        resourceId: `#${number}`,
        after: { name: row.name, was: row.state, stoppedBecause: row.failure?.sentence ?? null },
      },
    ),
  );
  return { number };
}
