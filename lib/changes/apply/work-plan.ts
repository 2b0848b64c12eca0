import { draftState, editsBetween, type RawConflict } from '@/lib/changes/draft-state';
import { applyEdits } from '@/lib/gateway/apply-edits';
import type { PlannedCall } from '@/lib/gateway/calls';
import { diff } from '@/lib/gateway/diff';
import type { Difference, Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { plan } from '@/lib/gateway/plan';

/** What of a change set is left to do. */
export interface WorkLeft {
  calls: PlannedCall[];
  differences: Difference[];
  /** Edits without those in conflict, against the working copy. */
  edits: Edit[];
  conflicts: RawConflict[];
}

interface Work {
  /** What the change set's edits are made on, and what undoing them goes back to. */
  base: Snapshot;
  edits: Edit[];
  /** Calls of it may have been made. */
  begun: boolean;
}

/** What is left to apply, from what is there now. Pure. */
export function workToApply({ base, edits, begun }: Work, now: Snapshot): WorkLeft {
  return workLeft(base, edits, begun, now);
}

/**
 * What is left to undo. Conflicts are what others have changed since: it stays. Where no call was made, what looks like our doing is
 * somebody else's. Pure.
 */
export function workToUndo({ base, edits, begun }: Work, now: Snapshot): WorkLeft {
  if (!begun) return { calls: [], differences: [], edits: [], conflicts: [] };
  const after = applyEdits(base, edits);
  return workLeft(after, editsBetween(after, base), true, now);
}

function workLeft(base: Snapshot, edits: Edit[], begun: boolean, now: Snapshot): WorkLeft {
  const state = draftState(base, now, edits, { begun });
  const left = diff(now, state.snapshot);
  return {
    // How long it takes, the review says.
    calls: plan(left, () => null).calls,
    differences: left.differences,
    edits: state.edits,
    conflicts: state.conflicts,
  };
}
