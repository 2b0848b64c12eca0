import { applyEdits } from '@/lib/gateway/apply-edits';
import { diff } from '@/lib/gateway/diff';
import type { Edit } from '@/lib/gateway/edits';
import { editsOf } from '@/lib/gateway/edits-of';
import type { Snapshot } from '@/lib/gateway/model';
import { type Rebased, rebase } from '@/lib/gateway/rebase';
import { subjectValue } from '@/lib/gateway/subjects';
import { isBetween } from './between';
import { collateral } from './collateral';
import { overlapsAny, placeOfDifference, placeOfEdit } from './places';

/** An edit that another change of the same place stands against, as `rebase` gives it. */
export type RawConflict = Rebased['conflicts'][number];

/** What a draft comes to on a working copy. */
export interface DraftState {
  /** Still needed and without conflict. */
  edits: Edit[];
  conflicts: RawConflict[];
  /** The working copy with `edits`. */
  snapshot: Snapshot;
}

/**
 * Rebases a draft's edits from the working copy that they were made on to another. Pure.
 *
 * @param options.begun its application has begun, so that what stands half way is our own doing and no conflict
 */
export function draftState(
  base: Snapshot,
  working: Snapshot,
  edits: Edit[],
  { begun = false }: { begun?: boolean } = {},
): DraftState {
  const back = begun ? collateral(base, applyEdits(base, edits), working) : [];
  const now = applyEdits(working, back);
  const rebased = rebase(base, now, edits);
  const isOurs = (conflict: RawConflict) => begun && isHalfDone(now, conflict);
  const conflicts = rebased.conflicts.filter((conflict) => !isOurs(conflict));
  const ours = rebased.conflicts.filter(isOurs).map(({ edit }) => edit);
  const needed = [...back, ...rebased.edits, ...ours];
  return { edits: needed, conflicts, snapshot: applyEdits(working, needed) };
}

/** Whether what stands there is what a run of ours may have left, and not gone as a whole. */
function isHalfDone(now: Snapshot, { edit, base, theirs, mine }: RawConflict): boolean {
  const isLost = edit.op === 'set' ? subjectValue(now, edit.subject) === null : edit.op === 'put' && theirs === null;
  return !isLost && isBetween(base, theirs, mine);
}

/** Edits that turn `from` into `to`, the fewest there are. */
export function editsBetween(from: Snapshot, to: Snapshot): Edit[] {
  return editsOf(diff(from, to).differences);
}

/**
 * What is to be kept of a draft that was rebased and that comes to `snapshot` now: its edits, and the base they are made on. That is the
 * working copy, but for places in conflict, which stay what they were when the draft began: so that the conflict stays.
 */
export function draftContent(
  base: Snapshot,
  working: Snapshot,
  conflicts: readonly RawConflict[],
  snapshot: Snapshot,
): { edits: Edit[]; base: Snapshot } {
  const open = conflicts.map(({ edit }) => edit);
  return {
    edits: [...open, ...editsBetween(working, snapshot)],
    base: open.length === 0 ? working : applyEdits(working, editsAt(working, base, open)),
  };
}

/** Edits that make the places of some edits in `from` what they are in `to`. */
export function editsAt(from: Snapshot, to: Snapshot, edits: readonly Edit[]): Edit[] {
  const isThere = overlapsAny(edits.map(placeOfEdit));
  return editsOf(diff(from, to).differences.filter((difference) => isThere(placeOfDifference(difference))));
}
