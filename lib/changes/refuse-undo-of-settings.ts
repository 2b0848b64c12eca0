import 'server-only';
import { readPolicies } from '@/lib/approvals/read-policies';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import type { Edit } from '@/lib/gateway/edits';
import { stagesOf } from './stages-of';
import type { ChangeSetRow } from './to-change-set';

/**
 * Settings of a stage are live with the call that changes them, also with the one that sets them back. Of a stage that needs approval nobody
 * does that alone.
 *
 * @param edits what undoing is still to do
 * @throws ExpectedError `not-permitted`
 */
export async function refuseUndoOfSettings(
  db: Db,
  { number, restApiId }: Pick<ChangeSetRow, 'number' | 'restApiId'>,
  edits: readonly Edit[],
): Promise<void> {
  const policies = await readPolicies(db, restApiId);
  const stage = stagesOf(edits).find((name) => policies.has(name));
  if (stage === undefined) return;
  throw new ExpectedError(
    'not-permitted',
    `${stage} needs approval. Undoing #${number} would change settings of ${stage}, and nobody has approved that.`,
    { fix: `Make a change set that sets them back, and have it approved for ${stage}.` },
  );
}
