import 'server-only';
import { mayApprove } from '@/lib/approvals/approvers';
import type { StageApproval } from '@/lib/approvals/model';
import { type Grants, may } from '@/lib/auth/permissions';
import { permits, roleWithArticle } from '@/lib/auth/roles';
import type { ChangeSetState } from './model';

export interface ApprovalOption {
  ask: boolean;
  decide: boolean;
  withdraw: boolean;
  /** Why the reader can't answer, although they might think so. */
  note: string | null;
}

interface Reader extends Grants {
  id: string;
  email: string;
}

/** What somebody may do about a change set's approval for a stage: what its verbs would let through. Pure. */
export function approvalOption(
  user: Reader,
  { stage, standing, last, approverRole }: StageApproval,
  { state, authors, empty }: { state: ChangeSetState; authors: ReadonlySet<string>; empty: boolean },
): ApprovalOption {
  const open = state === 'draft' || state === 'stopped' || state === 'applied';
  const ask = open && !empty && may(user, 'change-sets:edit') && standing !== 'asked' && standing !== 'approved';
  const own = last !== null && last.userId === user.id && last.decision !== 'declined';
  const withdraw = own && ['draft', 'applying', 'stopped'].includes(state) && standing !== 'not-asked';
  if (!open || standing !== 'asked') return { ask, decide: false, withdraw, note: null };
  const note = whyNotDecide(user, { stage, approverRole, author: authors.has(user.email), asked: own });
  return { ask, decide: note === null, withdraw, note };
}

function whyNotDecide(
  user: Reader,
  {
    stage,
    approverRole,
    author,
    asked,
  }: Pick<StageApproval, 'stage' | 'approverRole'> & { author: boolean; asked: boolean },
): string | null {
  if (author) return 'You have worked on it, so somebody else has to look at it.';
  if (asked) return 'You have asked for it, so somebody else has to look at it.';
  if (mayApprove(user, stage, approverRole)) return null;
  const role = `It takes ${roleWithArticle[approverRole]} who may deploy to ${stage}.`;
  return permits(user.role, approverRole) ? `${role} Your limits do not allow it.` : role;
}
