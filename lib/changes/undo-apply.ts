import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Edit } from '@/lib/gateway/edits';
import { readSnapshot } from '@/lib/inventory/snapshots';
import { workToUndo } from './apply/work-plan';
import { beginWork } from './begin-work';
import { findChangeSet, requireState } from './find-change-set';
import { workingCopyOf } from './find-working-copy';
import { refuseUndoOfSettings } from './refuse-undo-of-settings';
import type { UndoApplyInput } from './schemas';
import type { ChangeSetRow } from './to-change-set';

/**
 * Takes back what a change set did to the working copy: everything that it touched becomes what it was before, but for what others have
 * changed since. Then it is a draft again. What stages serve stays as it is.
 *
 * @throws ExpectedError `not-found`, `conflict`; `not-permitted` when it would change settings of a stage that needs approval
 */
export async function undoApply(ctx: Context, { number }: UndoApplyInput): Promise<{ number: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['stopped', 'applied']);
  await refuseUndoOfSettings(ctx.db, row, await editsToUndo(ctx, row));
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

/** By the cache; the applier asks again with what AWS has. */
async function editsToUndo({ db }: Context, row: ChangeSetRow): Promise<Edit[]> {
  const base = await readSnapshot(db, row.baseHash);
  const copy = await workingCopyOf(db, row);
  return workToUndo({ base, edits: row.edits, begun: row.beforeHash !== null }, copy.snapshot).edits;
}
