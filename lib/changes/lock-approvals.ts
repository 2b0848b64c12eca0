import 'server-only';
import { eq } from 'drizzle-orm';
import type { StageApproval } from '@/lib/approvals/model';
import { readPolicies } from '@/lib/approvals/read-policies';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { changeSetApprovals, changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { findChangeSet } from './find-change-set';
import { type Approvals, readApprovals } from './read-approvals';
import type { ChangeSetRow } from './to-change-set';

/** A change set held still while something is said to it. */
export interface Locked {
  row: ChangeSetRow;
  approvals: Approvals;
  stage: StageApproval;
}

/**
 * The change set and how it stands with a stage. Whoever else saves or says something waits for the end of the transaction.
 *
 * @throws ExpectedError `not-found`; `conflict` when the stage needs no approval
 */
export async function lockApprovals(tx: Db, number: number, stage: string): Promise<Locked> {
  const { id } = await findChangeSet(tx, number);
  await tx.select({ id: changeSets.id }).from(changeSets).where(eq(changeSets.id, id)).for('update');
  const row = await findChangeSet(tx, number);
  const approvals = await readApprovals(tx, row);
  const found = approvals.stages.find((one) => one.stage === stage);
  if (found) return { row, approvals, stage: found };
  const isOther = (await readPolicies(tx, row.restApiId)).size > 0;
  throw new ExpectedError('conflict', `${stage} needs nobody's approval.`, {
    fix: isOther ? 'Reload the page: it lists the stages that do.' : 'Apply the change set, and deploy it.',
  });
}

/** What is said must be said to what is there: an edit or somebody else's change to the working copy makes it another thing. */
export function requireSameContent(
  { row, approvals }: Locked,
  seen: { version: number; resultHash: string },
  nothing: string,
): void {
  if (row.version === seen.version && approvals.resultHash === seen.resultHash) return;
  const what = row.version === seen.version ? 'The working copy has' : `Change set #${row.number} has`;
  throw new ExpectedError('conflict', `${what} changed since you looked at it, so nothing was ${nothing}.`, {
    fix: 'Reload the page and look at what it changes now.',
  });
}

/** Adds something that was said. */
export async function say(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { row, approvals, stage }: Locked,
  decision: (typeof changeSetApprovals.$inferInsert)['decision'],
  comment: string,
): Promise<void> {
  if (actor.kind !== 'user') throw new Error('only people approve');
  await db.insert(changeSetApprovals).values({
    changeSetId: row.id,
    version: row.version,
    resultHash: approvals.resultHash,
    stage: stage.stage,
    decision,
    userId: actor.id,
    userName: actor.name,
    comment: comment || null,
    at: now(),
  });
}
