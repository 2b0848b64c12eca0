import 'server-only';
import type { Db } from '@/lib/db/db';
import { diff } from '@/lib/gateway/diff';
import type { Difference } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { Recent } from '@/lib/inventory/recent';
import { readSnapshot } from '@/lib/inventory/snapshots';
import { describeConflicts } from './describe-conflict';
import { type DraftState, draftState } from './draft-state';
import { workingCopyOf } from './find-working-copy';
import type { Conflict } from './model';
import type { ChangeSetRow } from './to-change-set';

/** A draft on the newest working copy of the cache. */
export interface LoadedDraft extends DraftState {
  /** The working copy that its edits were made on. */
  base: Snapshot;
  copy: WorkingCopy;
  /** What it changes of the working copy. */
  differences: Difference[];
  /** The conflicts in words. */
  described: Conflict[];
}

/** Rebasing a large draft takes milliseconds, and pages ask for the same again and again. */
const states = new Recent<string, Omit<LoadedDraft, 'base' | 'copy'>>(64);

/** @throws ExpectedError `not-found` when the gateway isn't known */
export async function loadDraft(db: Db, row: ChangeSetRow): Promise<LoadedDraft> {
  const copy = await workingCopyOf(db, row);
  const base = await readSnapshot(db, row.baseHash);
  const key = [row.id, row.version, row.baseHash, row.beforeHash, copy.hash].join(' ');
  const state = states.get(key) ?? computeState(base, copy.snapshot, row);
  states.set(key, state);
  return { ...state, base, copy };
}

function computeState(base: Snapshot, working: Snapshot, { edits, beforeHash }: ChangeSetRow) {
  const state = draftState(base, working, edits, { begun: beforeHash !== null });
  return {
    ...state,
    differences: diff(working, state.snapshot).differences,
    described: describeConflicts(base, working, state.conflicts),
  };
}
