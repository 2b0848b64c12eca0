import 'server-only';
import { conflictSentence } from '@/lib/changes/describe-conflict';
import { leasedBy } from '@/lib/changes/lease';
import { refuseUndoOfSettings } from '@/lib/changes/refuse-undo-of-settings';
import { requireApprovals } from '@/lib/changes/require-approvals';
import { changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { keepSnapshot, readSnapshot } from '@/lib/inventory/snapshots';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { takenOver } from './attempt';
import { eventOf } from './event-of';
import type { Look, Run } from './run';
import { end } from './settle';
import { unreviewed, unreviewedSentence } from './unreviewed';
import { type WorkLeft, workToApply, workToUndo } from './work-plan';

/**
 * Reads the working copy from AWS and plans what is left.
 *
 * @returns null when others have changed the same before anything was done: it is a draft again
 * @throws ExpectedError `conflict` when they did so later on; `not-permitted` when undoing would change settings of a stage that needs approval
 */
export async function look(run: Run, sentence: string): Promise<Look | null> {
  const { ctx, row, attempt, state } = run;
  const [position = 0] = await attempt.add([{ operation: 'GetResources', sentence }]);
  const copy = await attempt.take(position, () => syncWorkingCopy(ctx, row.restApiId));
  const base = await readSnapshot(ctx.db, row.baseHash);
  const begun = row.beforeHash !== null;
  const plan = state === 'applying' ? workToApply : workToUndo;
  const left = plan({ base, edits: row.edits, begun }, copy.snapshot);
  // What others have changed since stays when it is undone.
  if (state === 'undoing') {
    await refuseUndoOfSettings(ctx.db, row, left.edits);
    return { copy, base, left };
  }
  if (left.conflicts.length > 0) return stopAtConflict(run, left, begun);
  if (!begun && row.deployStage !== null) {
    const others = unreviewed(base, { edits: [] }, copy.snapshot);
    if (others.length > 0) return backToDraft(run, unreviewedSentence(others), 'Review it again, then apply it.');
  }
  if (begun) return { copy, base, left };
  const refusal = await withoutApproval(run, copy, left);
  if (refusal !== null) return backToDraft(run, refusal.message, refusal.options.fix ?? '');
  await begin(run, copy, left);
  return { copy, base: copy.snapshot, left };
}

/** Asked again here, because a click may lie far back: what was approved then may not be now. */
async function withoutApproval({ ctx, row }: Run, { snapshot }: WorkingCopy, { edits }: WorkLeft) {
  try {
    await requireApprovals(ctx.db, { ...row, edits }, row.deployStage, applyEdits(snapshot, edits));
    return null;
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'not-permitted') return error;
    throw error;
  }
}

/** From here on calls may have been made: what they are made on is what undoing goes back to. */
async function begin({ ctx, row, owner, state }: Run, { snapshot }: WorkingCopy, { edits }: WorkLeft): Promise<void> {
  const hash = await keepSnapshot(ctx.db, snapshot);
  const set = { edits, baseHash: hash, beforeHash: hash };
  const written = await ctx.db
    .update(changeSets)
    .set(set)
    .where(leasedBy(row, owner, state))
    .returning({ id: changeSets.id });
  if (written.length === 0) throw takenOver();
  Object.assign(row, set);
}

async function stopAtConflict(run: Run, { conflicts }: WorkLeft, begun: boolean): Promise<null> {
  const sentence = conflictSentence(conflicts);
  if (begun) {
    const fix = 'Settle the conflicts and continue, or undo it: what others changed stays then.';
    throw new ExpectedError('conflict', sentence, { fix });
  }
  return backToDraft(run, sentence, 'Settle the conflicts, then apply it again.');
}

async function backToDraft(run: Run, why: string, fix: string): Promise<null> {
  const failure = { sentence: `Nothing was applied. ${why}`, fix };
  const event = eventOf(run, null);
  await end(run.ctx, run, { state: 'draft', failure }, { event, failure: failure.sentence });
  return null;
}
