import type { Edit } from '@/lib/gateway/edits';
import type { GatewayIds, Snapshot } from '@/lib/gateway/model';

/**
 * - `draft`: edits are being gathered
 * - `applying` / `undoing`: the console works on it, by itself, also after a restart
 * - `stopped`: it stands half done because AWS refused a call or somebody interfered; an operator continues or undoes it
 * - `applied`: the working copy has it (whether a stage serves it, `deployedTo` says)
 * - `discarded`: thrown away
 */
export const changeSetStates = ['draft', 'applying', 'undoing', 'stopped', 'applied', 'discarded'] as const;
export type ChangeSetState = (typeof changeSetStates)[number];

/** A named draft of edits against the working copy: reviewed, applied, deployed as one. */
export interface ChangeSet {
  id: string;
  /** What people call it: #12. */
  number: number;
  restApiId: string;
  name: string;
  description: string | null;
  author: { id: string | null; name: string };
  state: ChangeSetState;
  /** Grows with every save: a save of a version that isn't the newest is refused. */
  version: number;
  /** Against the base, the working copy that they were made on. */
  edits: Edit[];
  baseHash: string;
  createdAt: string;
  updatedAt: string;
  appliedAt: string | null;
  appliedBy: string | null;
  /** The stage that it was, or is to be, deployed to with its application; null is none. */
  deployStage: string | null;
  deployDescription: string | null;
  deploymentId: string | null;
  /** Why it stopped. */
  failure: { sentence: string; fix: string | null } | null;
}

/** An edit that another change of the same thing stands against. */
export interface Conflict {
  /** `subjectKey`, and the field and entry where it is about one. */
  key: string;
  edit: Edit;
  /** "GET /orders: timeout". */
  title: string;
  /** Sentences: what it was when the draft began, what it is now, what the draft makes of it. */
  base: string;
  theirs: string;
  mine: string;
}

/** One call of an application, for the progress list. */
export interface ApplyStep {
  attempt: number;
  position: number;
  operation: string;
  sentence: string;
  state: 'pending' | 'running' | 'done' | 'failed';
  startedAt: string | null;
  endedAt: string | null;
  requestId: string | null;
  failure: string | null;
}

/** A stage as the console knows it. */
export interface StageView {
  name: string;
  deploymentId: string;
  description: string | null;
  variables: Record<string, string>;
  /** What it serves; null when nobody could read it yet. Has no `stages` in it. */
  live: Snapshot | null;
}

/** All that pages about routes work on: cached, no call to AWS. */
export interface GatewayView {
  restApiId: string;
  region: string;
  /** When the working copy was last read. */
  seenAt: string;
  working: Snapshot;
  workingHash: string;
  ids: GatewayIds;
  stages: StageView[];
  /** The draft that the operator works in, rebased on `working`; null is none. */
  draft: {
    changeSet: ChangeSet;
    /** `working` with the draft's edits, those in conflict left out. */
    snapshot: Snapshot;
    conflicts: Conflict[];
  } | null;
}
