import 'server-only';
import { approversOf } from '@/lib/approvals/approvers';
import { type ApprovalEntry, type StageApproval, standingOf } from '@/lib/approvals/model';
import { readEntries } from '@/lib/approvals/read-entries';
import { readPolicies } from '@/lib/approvals/read-policies';
import { shippedHash } from '@/lib/approvals/shipped-hash';
import type { Db } from '@/lib/db/db';
import { type LoadedDraft, loadDraft } from './load-draft';
import type { ChangeSetRow } from './to-change-set';

export interface Approvals {
  /** Of the content that a stage would serve with the change set. */
  resultHash: string;
  /** Each stage that needs approval. */
  stages: StageApproval[];
  /** All that was said, the oldest first. */
  entries: ApprovalEntry[];
}

/** How a change set stands with the stages that need approval, as it is now on the newest working copy. */
export async function readApprovals(db: Db, row: ChangeSetRow, draft?: LoadedDraft): Promise<Approvals> {
  const [policies, entries, { copy, snapshot }] = await Promise.all([
    readPolicies(db, row.restApiId),
    readEntries(db, row.id),
    draft ?? loadDraft(db, row),
  ]);
  // Applied, what ships is the working copy as it is.
  const resultHash = shippedHash(row.state === 'applied' ? copy.snapshot : snapshot);
  const counts = await approversOf(db, entries, policies);
  return {
    resultHash,
    entries,
    stages: [...policies].sort().map(([stage, approverRole]) => {
      const said = entries.filter((entry) => entry.stage === stage);
      return { stage, approverRole, ...standingOf(said, { version: row.version, resultHash }, counts) };
    }),
  };
}
