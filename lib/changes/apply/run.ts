import type { Context } from '@/lib/context';
import type { Snapshot } from '@/lib/gateway/model';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import type { Attempt } from './attempt';
import type { Leased } from './settle';
import type { WorkLeft } from './work-plan';

/** One run of a change set that is being applied or undone. */
export interface Run extends Leased {
  /** On behalf of the operator who asked for it. */
  ctx: Context;
  attempt: Attempt;
  /** The last call that AWS refused for good: refused twice, it is the operator's turn. */
  refused: string | null;
}

/** What is there now, and what is left to do. */
export interface Look {
  copy: WorkingCopy;
  /** The working copy that the change set's edits are made on. */
  base: Snapshot;
  left: WorkLeft;
}
