import 'server-only';
import { requireApproval } from '@/lib/approvals/require-approval';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import type { Snapshot } from '@/lib/gateway/model';
import { stagesOf } from './stages-of';
import type { ChangeSetRow } from './to-change-set';

/**
 * What a change set does to stages that need approval must have been approved: the deployment with it, and settings of stages among its
 * edits, which are live at once.
 *
 * @param snapshot the working copy with the change set
 * @throws ExpectedError `not-permitted`
 */
export async function requireApprovals(
  db: Db,
  row: Pick<ChangeSetRow, 'number' | 'restApiId' | 'edits'>,
  deployTo: string | null,
  snapshot: Snapshot,
): Promise<void> {
  for (const stage of new Set([...stagesOf(row.edits), ...(deployTo === null ? [] : [deployTo])])) {
    try {
      await requireApproval(db, { restApiId: row.restApiId, stage, snapshot });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'not-permitted') throw error;
      const what = stage === deployTo ? 'This' : `#${row.number} changes settings of ${stage}, and that`;
      throw new ExpectedError('not-permitted', `${stage} needs approval. ${what} was not approved as it is now.`, {
        fix: `Ask for approval on the page of #${row.number}. An edit, or a change of others to the working copy, makes an earlier one void.`,
        cause: error,
      });
    }
  }
}
