import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { differenceKey } from '@/lib/gateway/difference-key';
import type { Difference } from '@/lib/gateway/edits';
import { editsOf } from '@/lib/gateway/edits-of';
import { keepSnapshot } from '@/lib/inventory/snapshots';
import { draftContent } from './draft-state';
import { findChangeSet, requireState, requireVersion } from './find-change-set';
import { loadDraft } from './load-draft';
import { nameOf } from './name-of';
import { contains, placeOfDifference } from './places';
import { refuseInvalid } from './refuse-invalid';
import type { TakeBackDifferencesInput } from './schemas';
import { sentencesOf } from './sentences';
import { writeVersion } from './write-version';

/**
 * Takes single differences out of a draft; with something added goes what was added inside it, with something removed what is removed
 * around it.
 *
 * @returns as `saveEdits`
 * @throws ExpectedError `invalid` when what is left can't be, such as a method without the authorizer that it uses; `conflict`,
 *   `not-found`
 */
export async function takeBackDifferences(
  ctx: Context,
  { number, version, keys }: TakeBackDifferencesInput,
): Promise<{ number: number; version: number; previousVersion: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['draft']);
  await requireVersion(ctx.db, row, version);
  const draft = await loadDraft(ctx.db, row);
  const chosen = new Set(keys);
  const asked = draft.differences.filter((difference) => chosen.has(differenceKey(difference)));
  if (asked.length === 0) throw new ExpectedError('conflict', 'The draft does not make these changes any more.');
  const left = draft.differences.filter((difference) => !asked.some((other) => goesWith(difference, other)));
  const gone = draft.differences.filter((difference) => !left.includes(difference));
  const snapshot = applyEdits(draft.copy.snapshot, editsOf(left));
  refuseInvalid(draft.snapshot, snapshot, 'changed');

  const { edits, base } = draftContent(draft.base, draft.copy.snapshot, draft.conflicts, snapshot);
  const baseHash = await keepSnapshot(ctx.db, base);
  const summary = `Took back ${nameOf(gone)}`;
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const written = await writeVersion(inTx, row, { edits, baseHash, summary });
    await recordEvent(inTx, {
      action: 'change-set.edited',
      resourceId: `#${number}`,
      before: { version: row.version, changes: sentencesOf(gone) },
      after: { version: written, summary },
    });
    return { number, version: written, previousVersion: row.version };
  });
}

/** Whether a difference can't stay when another one is taken back. */
function goesWith(difference: Difference, taken: Difference): boolean {
  if (difference === taken) return true;
  const place = placeOfDifference(difference);
  const other = placeOfDifference(taken);
  // Whatever is inside of a resource that isn't there, or keeps one away that is to stay.
  if (taken.change === 'added') return contains({ ...other, removes: true }, difference.subject);
  if (taken.change === 'removed') return difference.change === 'removed' && contains(place, taken.subject);
  return false;
}
