import type { Role } from '@/lib/auth/roles';

/** Roles that a stage can demand of who approves. */
export const approverRoles = ['operator', 'administrator'] as const satisfies readonly Role[];
export type ApproverRole = (typeof approverRoles)[number];

export type Decision = 'requested' | 'approved' | 'declined' | 'withdrawn';

/** Something that somebody said to a change set. */
export interface ApprovalEntry {
  id: number;
  stage: string;
  /** What they looked at: the change set's version, and the content that the stage would serve. */
  version: number;
  resultHash: string;
  decision: Decision;
  userId: string;
  userName: string;
  comment: string | null;
  /** ISO-8601. */
  at: string;
}

/**
 * - `not-asked`: nobody has asked, or it was withdrawn
 * - `asked`, `approved`, `declined`: for exactly this version and content
 * - `outdated`: what was said was said to another version or content, or by somebody who may not approve any more
 */
export type Standing = 'not-asked' | 'asked' | 'approved' | 'declined' | 'outdated';

/** How a change set stands with a stage that needs approval. */
export interface StageApproval {
  stage: string;
  approverRole: ApproverRole;
  standing: Standing;
  /** The newest thing said that counts; of an outdated one, what doesn't count any more. */
  last: ApprovalEntry | null;
}

/** What is to be approved. */
export interface Subject {
  version: number;
  resultHash: string;
}

/**
 * How a change set stands with a stage, from all that was said about the two, the oldest first. Pure.
 *
 * @param counts whether somebody may still approve
 */
export function standingOf(
  entries: readonly ApprovalEntry[],
  { version, resultHash }: Subject,
  counts: (entry: ApprovalEntry) => boolean,
): Pick<StageApproval, 'standing' | 'last'> {
  const said = entries.at(-1) ?? null;
  if (said === null || said.decision === 'withdrawn') return { standing: 'not-asked', last: null };
  if (said.version !== version || said.resultHash !== resultHash) return { standing: 'outdated', last: said };
  switch (said.decision) {
    case 'requested':
      return { standing: 'asked', last: said };
    case 'declined':
      return { standing: 'declined', last: said };
    case 'approved':
      return { standing: counts(said) ? 'approved' : 'outdated', last: said };
    default:
      return said.decision satisfies never;
  }
}
