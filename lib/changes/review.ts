import type { Affected } from '@/lib/gateway/blast-radius';
import type { Plan } from '@/lib/gateway/calls';
import type { Difference } from '@/lib/gateway/edits';
import type { ReviewGroupTitle } from './group-of';
import type { ChangeSet, Conflict } from './model';
import type { FindingsOfChange } from './new-findings';
import type { Approvals } from './read-approvals';

/** One difference as the review shows it. */
interface ReviewedDifference {
  /** `differenceKey`. */
  key: string;
  sentence: string;
  difference: Difference;
  /** The working copy doesn't have it yet. */
  open: boolean;
}

export interface ReviewGroup extends ReviewGroupTitle {
  differences: ReviewedDifference[];
}

/** What deploying to a stage would mean. */
export interface StageEffect {
  name: string;
  /** Tenants whose domains lead to the stage. */
  tenants: number;
  /** Whether the stage has all of the change set already; null when nobody could read what it serves. */
  serves: boolean | null;
  /** What would go live besides the change set: the working copy has it already, the stage not yet. Null: unknown. */
  alsoShips: Difference[] | null;
  /** Differences between what the stage serves now and what it would serve; null: unknown. */
  differsAfterwards: number | null;
}

/** All that the page of a change set shows. Plain JSON. */
export interface Review {
  changeSet: ChangeSet;
  /** When the working copy was last read, ISO-8601. */
  seenAt: string;
  /** Hash of the working copy that it is held against. */
  workingHash: string;
  /** The working copy is another than the one the edits were made on. */
  moved: boolean;
  /** What it changes, conflicts left out. Of one that is, or was, on its way: against the working copy before it. */
  differences: Difference[];
  /** The same by route, gateway and stage. */
  groups: ReviewGroup[];
  conflicts: Conflict[];
  findings: FindingsOfChange;
  affected: Affected[];
  /** Calls that are left. */
  plan: Plan;
  stages: StageEffect[];
  approvals: Approvals;
  /** The newest first, at most 50. */
  versions: { version: number; summary: string; author: string; at: string }[];
  /** The version that undo goes back to; null: none. */
  previousVersion: number | null;
}
