import 'server-only';
import { eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import type { AuditEvent } from '@/lib/audit/events';
import type { AuditActor } from '@/lib/audit/model';
import { withMaxWait } from '@/lib/aws/call-scope';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { changeSets, users } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { awsChanged } from '@/lib/inventory/aws-changed';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { keepSnapshot, readSnapshot } from '@/lib/inventory/snapshots';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { type Attempt, beginAttempt, Cut } from './apply/attempt';
import { deployOnce, deployOperation } from './apply/deploy-once';
import { end, endingOf, type Leased, settleFailure } from './apply/settle';
import { type WorkLeft, workToApply, workToUndo } from './apply/work-plan';
import { conflictSentence } from './describe-conflict';
import { executeCall } from './execute-call';
import { leasedBy } from './lease';
import { sentencesOf } from './sentences';
import type { ChangeSetRow } from './to-change-set';

/** Nobody waits for it, so calls may queue behind AWS's quotas for long. */
const maxWaitMs = 10 * 60_000;
/** How often the rest is planned anew from what is there: after a refusal, and when AWS has not done what was asked. */
const maxRounds = 3;

interface Look {
  copy: WorkingCopy;
  left: WorkLeft;
}

/**
 * One run of a change set that is being applied or undone: reads the working copy from AWS, plans what is left, makes the calls, looks
 * again, deploys. It may be cut off at any line: the next run plans from what is there. The caller holds the lease under `owner`.
 *
 * @throws errors of the database
 */
export async function runApply(
  system: Context,
  id: string,
  { owner, stopping = () => false }: { owner: string; stopping?: () => boolean },
): Promise<void> {
  const [row] = await system.db.select().from(changeSets).where(eq(changeSets.id, id));
  if (row === undefined || (row.state !== 'applying' && row.state !== 'undoing')) return;
  const { state } = row;
  const leased: Leased = { row, owner, state };
  const ctx = { ...system, actor: await actorOf(system, row) };
  let attempt: Attempt | null = null;
  try {
    attempt = await beginAttempt(ctx, row, { owner, state, stopping });
    const run = new Run(ctx, leased, attempt);
    await withMaxWait(maxWaitMs, () => run.do());
  } catch (error) {
    await settleFailure(ctx, leased, error, attempt);
  }
}

/** The operator on whose behalf it is done: the audit log and the deployment name them. */
async function actorOf({ db, actor }: Context, { appliedByName: name }: ChangeSetRow): Promise<AuditActor> {
  if (name === null) return actor;
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, name));
  return user ? { kind: 'user', id: user.id, name, ip: null } : { kind: 'system', name };
}

class Run {
  /** The last call that AWS refused for good: refused twice, it is the operator's turn. */
  private refused: string | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly leased: Leased,
    private readonly attempt: Attempt,
  ) {}

  async do(): Promise<void> {
    const { row, state } = this.leased;
    const first = await this.look('Read the working copy');
    if (first === null) return;
    const event = eventOf(row, state, first);
    if (first.left.calls.length === 0 && !this.deploys()) {
      await end(this.ctx, this.leased, endingOf(state, this.ctx.now()), { event });
      return;
    }
    await audited(this.ctx, event, () => this.work(first));
  }

  private async work(first: Look): Promise<void> {
    let look: Look = first;
    for (let round = 1; look.left.calls.length > 0; round++) {
      if (round > maxRounds) throw unfinished(look.left);
      await this.makeCalls(look);
      const next = await this.look('Check the working copy');
      if (next === null) return;
      look = next;
    }
    const stage = this.deploys();
    if (stage !== null) {
      const [position = 0] = await this.attempt.add([{ operation: deployOperation, sentence: `Deploy to ${stage}` }]);
      const { copy } = look;
      await this.attempt.take(position, () => deployOnce(this.ctx, this.leased.row, stage, copy));
    }
    await end(this.ctx, this.leased, endingOf(this.leased.state, this.ctx.now()), null);
    awsChanged();
  }

  /** The stage to deploy to, unless an earlier run has done so. */
  private deploys(): string | null {
    const { row, state } = this.leased;
    return state === 'applying' && row.deploymentId === null ? row.deployStage : null;
  }

  /** What is there now, and what is left to do. Null: there is a conflict before anything was done, and it is a draft again. */
  private async look(sentence: string): Promise<Look | null> {
    const { row, state } = this.leased;
    const [position = 0] = await this.attempt.add([{ operation: 'GetResources', sentence }]);
    const copy = await this.attempt.take(position, () => syncWorkingCopy(this.ctx, row.restApiId));
    const base = await readSnapshot(this.ctx.db, row.baseHash);
    const begun = row.beforeHash !== null;
    const work = { base, edits: row.edits, begun };
    const left = (state === 'applying' ? workToApply : workToUndo)(work, copy.snapshot);
    if (state === 'undoing') return { copy, left };
    if (left.conflicts.length > 0) return this.stopAtConflict(left, begun);
    if (!begun) await this.begin(copy, left);
    return { copy, left };
  }

  /** From here on calls may have been made: what they are made on is what undoing goes back to. */
  private async begin({ snapshot }: WorkingCopy, { edits }: WorkLeft): Promise<void> {
    const { row, owner, state } = this.leased;
    const hash = await keepSnapshot(this.ctx.db, snapshot);
    const set = { edits, baseHash: hash, beforeHash: hash };
    const [written] = await this.ctx.db
      .update(changeSets)
      .set(set)
      .where(leasedBy(row.id, owner, state))
      .returning({ id: changeSets.id });
    if (written === undefined) throw new Cut('It was stopped, or another process of the console took it over.');
    Object.assign(row, set);
  }

  private async stopAtConflict(left: WorkLeft, begun: boolean): Promise<null> {
    const sentence = conflictSentence(left.conflicts);
    if (begun) {
      const fix = 'Settle the conflicts and continue, or undo it: what others changed stays then.';
      throw new ExpectedError('conflict', sentence, { fix });
    }
    const failure = { sentence: `Nothing was applied. ${sentence}`, fix: 'Settle the conflicts, then apply it again.' };
    const event = eventOf(this.leased.row, this.leased.state, null);
    await end(this.ctx, this.leased, { state: 'draft', failure }, { event, failure: failure.sentence });
    return null;
  }

  /**
   * Makes the planned calls, one after the other. A first refusal for good ends the round, not the run: it may mean that an earlier call
   * whose answer was lost did work after all.
   */
  private async makeCalls({ copy, left }: Look): Promise<void> {
    const titles = left.calls.map(({ call, sentence }) => ({ operation: call.operation, sentence }));
    const positions = await this.attempt.add(titles);
    let { ids } = copy;
    for (const [index, { call, sentence }] of left.calls.entries()) {
      try {
        ids = await this.attempt.take(positions[index] ?? 0, () => executeCall(this.ctx, ids, call));
      } catch (error) {
        if (!isRefusal(error) || this.refused === sentence) throw error;
        this.refused = sentence;
        return;
      }
      await this.forgetTrouble();
    }
  }

  /** While a call is tried again, its trouble stays on the screen until it is known to be over. */
  private async forgetTrouble(): Promise<void> {
    const { row } = this.leased;
    if (row.failure === null) return;
    await this.ctx.db.update(changeSets).set({ failure: null }).where(eq(changeSets.id, row.id));
    row.failure = null;
  }
}

/** AWS, or what is there, stands against it; later, or after another look, it may not. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ExpectedError) || error instanceof Cut || error.code === 'database-unreachable') return false;
  return !(error instanceof AwsError && error.retryable);
}

function unfinished({ differences }: WorkLeft): ExpectedError {
  const [first = ''] = sentencesOf(differences);
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : '';
  return new ExpectedError('conflict', `AWS took every call, but this is still to be done: ${first}${more}.`, {
    fix: 'See whether somebody else changes the gateway at the same time. Then continue it, or undo it.',
  });
}

function eventOf(row: ChangeSetRow, state: 'applying' | 'undoing', look: Look | null): AuditEvent {
  const left = look?.left ?? null;
  const detail = {
    before: { state: row.state, workingCopy: look?.copy.hash.slice(0, 12) ?? null },
    after: { name: row.name, calls: left?.calls.length ?? 0, changes: sentencesOf(left?.differences ?? []) },
  };
  const resourceId = `#${row.number}`;
  if (state === 'undoing') return { action: 'change-set.undone', resourceId, ...detail };
  const after = { ...detail.after, deployTo: row.deployStage };
  return { action: 'change-set.applied', resourceId, before: detail.before, after };
}
