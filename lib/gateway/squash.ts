import { applyEdits } from './apply-edits';
import { diff } from './diff';
import type { Edit } from './edits';
import { editsOf } from './edits-of';
import type { Snapshot } from './model';

/** The fewest and smallest edits that make of the snapshot what these make of it. */
export function squash(snapshot: Snapshot, edits: readonly Edit[]): Edit[] {
  return editsOf(diff(snapshot, applyEdits(snapshot, edits)).differences);
}
