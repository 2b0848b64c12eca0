import 'server-only';
import { and, eq, gt, max } from 'drizzle-orm';
import type { AuditEvent } from '@/lib/audit/events';
import { recordEvent } from '@/lib/audit/record-event';
import { AwsError } from '@/lib/aws/errors';
import { leasedBy } from '@/lib/changes/lease';
import type { ChangeSetRow } from '@/lib/changes/to-change-set';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { changeSetSteps, changeSets, users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type Attempt, Cut, takenOver } from './attempt';

/** What is noted in a change set's row at the end of a run. */
type Ending = Partial<typeof changeSets.$inferInsert>;

export interface Leased {
  row: ChangeSetRow;
  owner: string;
  state: 'applying' | 'undoing';
}

const released = { leaseOwner: null, leaseUntil: null };
const longestPauseMs = 60_000;

/**
 * Notes how a run ended, unless it isn't ours to say any more; with an event where nothing was audited yet, in the same transaction.
 *
 * @throws Cut
 */
export async function end(
  ctx: Context,
  { row, owner, state }: Leased,
  ending: Ending,
  audit: { event: AuditEvent; failure?: string } | null,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const written = await tx
      .update(changeSets)
      .set({ ...released, ...ending })
      .where(leasedBy(row, owner, state))
      .returning({ id: changeSets.id });
    if (written.length === 0) throw takenOver();
    if (ending.state === 'applied') {
      await tx.update(users).set({ currentChangeSetId: null }).where(eq(users.currentChangeSetId, row.id));
    }
    if (audit === null) return;
    const { event, failure } = audit;
    await recordEvent({ ...ctx, db: tx }, event, failure === undefined ? {} : { result: 'failed', message: failure });
  });
}

/** Done: the working copy has it, or has it no more. */
export function endingOf(state: 'applying' | 'undoing', now: Date): Ending {
  if (state === 'applying') return { state: 'applied', appliedAt: now, updatedAt: now, failure: null };
  const notApplied = { appliedAt: null, appliedByName: null, beforeHash: null, deploymentId: null };
  return { state: 'draft', ...notApplied, updatedAt: now, failure: null };
}

/**
 * Notes why a run failed. What may work later without anybody doing anything is tried again by the loop, after a pause that grows; with
 * all else the change set stands half done and waits for an operator.
 *
 * @throws the error itself when it is the database's
 */
export async function settleFailure(
  ctx: Context,
  leased: Leased,
  error: unknown,
  attempt: Attempt | null,
): Promise<void> {
  if (error instanceof Cut) return;
  const away = databaseUnreachable(error);
  if (away) throw away;
  if (error instanceof AwsError && error.retryable) {
    const retryAt = await retryTime(ctx, leased.row, error);
    const failure = { sentence: error.message, fix: error.fix };
    await end(ctx, leased, { leaseUntil: retryAt, failure }, null).catch(unlessCut);
    return;
  }
  if (!(error instanceof ExpectedError)) log.error({ err: error, number: leased.row.number }, 'a change set failed');
  await end(ctx, leased, { state: 'stopped', failure: failureOf(error, attempt) }, null).catch(unlessCut);
}

/** Somebody stopped it at the same moment: they have said why. */
function unlessCut(error: unknown): void {
  if (!(error instanceof Cut)) throw error;
}

function failureOf(error: unknown, attempt: Attempt | null): { sentence: string; fix: string | null } {
  const count = attempt?.count() ?? { done: 0, of: 0 };
  const made = count.of === 0 ? '' : ` ${count.done} of ${count.of} calls of this run are done.`;
  if (!(error instanceof ExpectedError)) {
    const sentence = `It failed for a reason that Gatehouse does not know; the log has the details.${made}`;
    return { sentence, fix: 'Continue it, or undo it.' };
  }
  if (!(error instanceof AwsError)) return { sentence: error.message, fix: error.options.fix ?? null };
  const step = attempt?.last() ?? null;
  const sentence = `${step === null ? '' : `“${step}”: `}${error.message}${made}`;
  return { sentence, fix: error.awsMessage === null ? error.fix : `${error.fix} AWS said: ${error.awsMessage}` };
}

/** Runs since the last one that got anywhere make the pause longer; AWS's own hint counts, too. */
async function retryTime({ db, now }: Context, row: ChangeSetRow, error: AwsError): Promise<Date> {
  const ofIt = and(
    eq(changeSetSteps.changeSetId, row.id),
    eq(changeSetSteps.state, 'done'),
    gt(changeSetSteps.position, 0),
  );
  const [[progress], [current]] = await Promise.all([
    db
      .select({ attempt: max(changeSetSteps.attempt) })
      .from(changeSetSteps)
      .where(ofIt),
    db.select({ attempt: changeSets.attempt }).from(changeSets).where(eq(changeSets.id, row.id)),
  ]);
  const inVain = Math.max(1, (current?.attempt ?? 1) - (progress?.attempt ?? 0));
  const pauseMs = Math.min(1_000 * 2 ** Math.min(inVain - 1, 6), longestPauseMs);
  return new Date(Math.max(now().getTime() + pauseMs, error.retryAt ?? 0));
}
