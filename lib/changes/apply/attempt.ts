import 'server-only';
import { and, eq, exists, sql } from 'drizzle-orm';
import { recordAwsCalls } from '@/lib/aws/call-scope';
import { leasedBy } from '@/lib/changes/lease';
import type { ChangeSetRow } from '@/lib/changes/to-change-set';
import type { Context } from '@/lib/context';
import { changeSetSteps, changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

/** The run may not go on: somebody stopped it, another process took it over, or this one is asked to end. */
export class Cut extends ExpectedError {
  constructor(sentence: string) {
    super('conflict', sentence);
  }
}

export const takenOver = () => new Cut('It was stopped, or another process of the console took it over.');

interface StepTitle {
  operation: string;
  sentence: string;
}

/** One run of an application and its steps. */
export interface Attempt {
  /** Adds steps behind those that are there; returns their positions. */
  add(titles: readonly StepTitle[]): Promise<number[]>;
  /**
   * Takes a step under the lease: marked as running before, as done or failed after it.
   *
   * @throws Cut when it is not ours to do any more; and what `run` throws
   */
  take<T>(position: number, run: () => Promise<T>): Promise<T>;
  /** How many steps that change AWS are done, of how many. */
  count(): { done: number; of: number };
  /** The sentence of the step that was taken last. */
  last(): string | null;
}

interface Options {
  owner: string;
  state: 'applying' | 'undoing';
  /** Asked before each step. */
  stopping: () => boolean;
}

const chunk = 500;

/** What a step's failure is when the process ended while it ran: it may have happened, or not. */
const endedWhileRunning = 'The console ended before AWS answered, so it looked at AWS again.';

/** Begins a run: steps that an earlier one left open are closed, what it had not begun is forgotten. */
export async function beginAttempt(ctx: Context, row: ChangeSetRow, options: Options): Promise<Attempt> {
  const { db, now } = ctx;
  const ofIt = eq(changeSetSteps.changeSetId, row.id);
  const attempt = await db.transaction(async (tx) => {
    const [begun] = await tx
      .update(changeSets)
      .set({ attempt: sql`${changeSets.attempt} + 1` })
      .where(leasedBy(row, options.owner, options.state))
      .returning({ attempt: changeSets.attempt });
    if (begun === undefined) throw takenOver();
    await tx
      .update(changeSetSteps)
      .set({ state: 'failed', failure: endedWhileRunning, endedAt: now() })
      .where(and(ofIt, eq(changeSetSteps.state, 'running')));
    await tx.delete(changeSetSteps).where(and(ofIt, eq(changeSetSteps.state, 'pending')));
    return begun.attempt;
  });
  row.attempt = attempt;
  const leased = leasedBy(row, options.owner, options.state);
  const steps: (StepTitle & { done: boolean })[] = [];
  let last: string | null = null;

  const stepAt = (position: number) =>
    and(ofIt, eq(changeSetSteps.attempt, attempt), eq(changeSetSteps.position, position));

  return {
    async add(titles) {
      const first = steps.length;
      const rows = titles.map(({ operation, sentence }, index) => {
        return { changeSetId: row.id, attempt, position: first + index, operation, sentence };
      });
      for (let at = 0; at < rows.length; at += chunk) {
        await db.insert(changeSetSteps).values(rows.slice(at, at + chunk));
      }
      steps.push(...titles.map((title) => ({ ...title, done: false })));
      return rows.map(({ position }) => position);
    },
    async take(position, run) {
      if (options.stopping()) throw new Cut('The console was stopped; it goes on when it runs again.');
      last = steps[position]?.sentence ?? null;
      const begun = await db
        .update(changeSetSteps)
        .set({ state: 'running', startedAt: now() })
        .where(and(stepAt(position), exists(db.select({ id: changeSets.id }).from(changeSets).where(leased))))
        .returning({ position: changeSetSteps.position });
      if (begun.length === 0) throw takenOver();
      const ran = await recordAwsCalls(run);
      const requestId = ran.calls.at(-1)?.requestId ?? null;
      const end = ran.ok
        ? { state: 'done' as const, failure: null }
        : { state: 'failed' as const, failure: sentenceOf(ran.error) };
      await db
        .update(changeSetSteps)
        .set({ ...end, requestId, endedAt: now() })
        .where(stepAt(position));
      if (!ran.ok) throw ran.error;
      const step = steps[position];
      if (step) step.done = true;
      return ran.result;
    },
    count() {
      const changing = steps.filter(({ operation }) => !operation.startsWith('Get'));
      return { done: changing.filter(({ done }) => done).length, of: changing.length };
    },
    last: () => last,
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof ExpectedError ? error.message : 'It failed for a reason that Gatehouse does not know.';
}
