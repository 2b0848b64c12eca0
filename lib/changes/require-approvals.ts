import 'server-only';
import { approversOf } from '@/lib/approvals/approvers';
import { standingOf } from '@/lib/approvals/model';
import { readEntries } from '@/lib/approvals/read-entries';
import { readPolicies } from '@/lib/approvals/read-policies';
import { requireApproval } from '@/lib/approvals/require-approval';
import { shippedHash } from '@/lib/approvals/shipped-hash';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import type { Snapshot } from '@/lib/gateway/model';
import { stagesOf } from './stages-of';
import type { ChangeSetRow } from './to-change-set';

type Row = Pick<ChangeSetRow, 'id' | 'number' | 'version' | 'restApiId' | 'edits'>;

/**
 * What a change set does to stages that need approval must have been approved: the deployment with it, and settings of stages among its
 * edits, which are live at once.
 *
 * @param snapshot the working copy with the change set
 * @throws ExpectedError `not-permitted`
 */
export async function requireApprovals(db: Db, row: Row, deployTo: string | null, snapshot: Snapshot): Promise<void> {
  const [stage] = await unapprovedSettings(db, row, snapshot);
  if (stage !== undefined) throw needsApproval(row, stage, `#${row.number} changes settings of ${stage}, and that`);
  if (deployTo === null) return;
  try {
    await requireApproval(db, { restApiId: row.restApiId, stage: deployTo, snapshot });
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'not-permitted') throw error;
    throw needsApproval(row, deployTo, 'This', error);
  }
}

/**
 * Protected stages whose settings it changes without an approval of its own. The content that approvals are bound to has no settings of
 * stages, so what was said to another change set with the same content says nothing about these.
 */
async function unapprovedSettings(db: Db, row: Row, snapshot: Snapshot): Promise<string[]> {
  const policies = await readPolicies(db, row.restApiId);
  const stages = stagesOf(row.edits).filter((stage) => policies.has(stage));
  if (stages.length === 0) return [];
  const entries = await readEntries(db, row.id);
  const counts = await approversOf(db, entries, policies);
  const subject = { version: row.version, resultHash: shippedHash(snapshot) };
  return stages.filter((stage) => {
    const said = entries.filter((entry) => entry.stage === stage);
    return standingOf(said, subject, counts).standing !== 'approved';
  });
}

function needsApproval({ number }: Row, stage: string, what: string, cause?: ExpectedError): ExpectedError {
  return new ExpectedError('not-permitted', `${stage} needs approval. ${what} was not approved as it is now.`, {
    fix: `Ask for approval on the page of #${number}. An edit, or a change of others to the working copy, makes an earlier one void.`,
    ...(cause ? { cause } : {}),
  });
}
