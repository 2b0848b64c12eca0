import 'server-only';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';
import type { Snapshot } from '@/lib/gateway/model';
import { approversOf } from './approvers';
import { standingOf } from './model';
import { readEntriesOf } from './read-entries';
import { readPolicies } from './read-policies';
import { shippedHash } from './shipped-hash';

interface Shipped {
  restApiId: string;
  stage: string;
  /** What the stage would serve; null: nobody knows. */
  snapshot: Snapshot | null;
}

/**
 * The gate before a stage serves something new: for a stage that needs approval, exactly this content must have been approved for it, by
 * somebody who may still approve, as the newest version of a change set. To be asked as late as can be.
 *
 * @throws ExpectedError `not-permitted`
 */
export async function requireApproval(db: Db, { restApiId, stage, snapshot }: Shipped): Promise<void> {
  const policies = await readPolicies(db, restApiId);
  if (!policies.has(stage)) return;
  if (snapshot === null) {
    throw new ExpectedError('not-permitted', `${stage} needs approval, and nobody knows what is in this deployment.`, {
      fix: 'Make a change set of what is wanted, and have it approved.',
    });
  }
  if (await isApproved(db, { restApiId, stage, snapshot })) return;
  throw new ExpectedError(
    'not-permitted',
    `${stage} serves only what a second person has approved, and this was not.`,
    {
      fix: `Make a change set of it, have that approved for ${stage}, then apply and deploy it.`,
    },
  );
}

async function isApproved(db: Db, { restApiId, stage, snapshot }: Shipped & { snapshot: Snapshot }): Promise<boolean> {
  const resultHash = shippedHash(snapshot);
  const policies = await readPolicies(db, restApiId);
  for (const entries of await readEntriesOf(db, { restApiId, stage, resultHash })) {
    const version = entries[0]?.version ?? 0;
    const counts = await approversOf(db, entries, policies);
    if (standingOf(entries, { version, resultHash }, counts).standing === 'approved') return true;
  }
  return false;
}
