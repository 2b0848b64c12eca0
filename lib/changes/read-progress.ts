import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSetSteps } from '@/lib/db/schema';
import { remainingMs } from './apply/remaining';
import { findChangeSet } from './find-change-set';
import type { ApplyStep, ChangeSet } from './model';
import { toChangeSet } from './to-change-set';

/** Where an application stands. */
export interface Progress {
  number: number;
  state: ChangeSet['state'];
  failure: ChangeSet['failure'];
  deployStage: string | null;
  deploymentId: string | null;
  /** Of the newest run, in their order. */
  steps: ApplyStep[];
  /** Of the newest run. */
  done: number;
  /** Steps that earlier runs of it have done. */
  doneBefore: number;
  /** The least time that AWS's quotas leave for the steps that are pending. */
  remainingMs: number;
  /** When it is tried again, ISO-8601; null while it runs or when it needs somebody. */
  retryAt: string | null;
}

/**
 * Where the application of a change set stands, for pages that ask again and again.
 *
 * @throws ExpectedError `not-found`
 */
export async function readProgress(db: Db, number: number): Promise<Progress> {
  const row = await findChangeSet(db, number);
  const steps = await readSteps(db, row.id);
  const [before] = await db
    .select({ done: sql<number>`count(*)::int` })
    .from(changeSetSteps)
    .where(and(eq(changeSetSteps.changeSetId, row.id), eq(changeSetSteps.state, 'done')));
  const done = steps.filter(({ state }) => state === 'done').length;
  const waits = (row.state === 'applying' || row.state === 'undoing') && row.leaseOwner === null;
  const { state, failure, deployStage, deploymentId } = toChangeSet(row);
  return {
    number,
    state,
    failure,
    deployStage,
    deploymentId,
    steps,
    done,
    doneBefore: (before?.done ?? 0) - done,
    remainingMs: remainingMs(steps.flatMap((step) => (step.state === 'pending' ? [step.operation] : []))),
    retryAt: waits ? (row.leaseUntil?.toISOString() ?? null) : null,
  };
}

async function readSteps(db: Db, changeSetId: string): Promise<ApplyStep[]> {
  const newest = db
    .select({ attempt: changeSetSteps.attempt })
    .from(changeSetSteps)
    .where(eq(changeSetSteps.changeSetId, changeSetId))
    .orderBy(desc(changeSetSteps.attempt))
    .limit(1);
  const rows = await db
    .select()
    .from(changeSetSteps)
    .where(and(eq(changeSetSteps.changeSetId, changeSetId), sql`${changeSetSteps.attempt} = (${newest})`))
    .orderBy(asc(changeSetSteps.position));
  return rows.map(({ changeSetId: _, startedAt, endedAt, ...step }) => ({
    ...step,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
