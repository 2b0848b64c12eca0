import type { Actor, AxisName, AxisState, DomainStatus, StepName, Trouble, WantedDomain } from '@/lib/domains/model';
import type { Observed, Subject } from '@/lib/domains/observed';

/** All that a decision may depend on. */
export interface View {
  subject: Subject;
  wanted: WantedDomain;
  observed: Observed;
  previous: DomainStatus | null;
  now: Date;
}

/** Steps in which we do something; in the others we wait. */
export type ActingStep = Exclude<StepName, 'await-certificate' | 'await-sync' | 'probe'>;

/** How eagerly a waiting axis is looked at again (see intervals.ts). */
export type Pace = 'fast' | 'acm' | 'tenant' | 'lookup' | 'operator';

/** An axis before it is compared with what it was. */
export interface AxisDraft {
  state: AxisState;
  actor: Actor;
  sentence: string;
  deadline?: string | null;
  /** The step to take now. */
  action?: ActingStep;
  /** Null or absent: nothing to look at again for this axis alone. */
  pace?: Pace | null;
  /** All is ready, and an operator has to say when it goes on; nothing is wrong. */
  ready?: boolean;
  /** Unknown, and trying again alone won't help. */
  refused?: boolean;
}

const working = (action: ActingStep, sentence: string): AxisDraft => ({
  state: 'working',
  actor: 'us',
  sentence,
  action,
});
const ok = (sentence: string): AxisDraft => ({ state: 'ok', actor: 'nobody', sentence });
const notNeeded = (sentence: string): AxisDraft => ({ state: 'not-needed', actor: 'nobody', sentence });
const notStarted = (sentence: string): AxisDraft => ({ state: 'not-started', actor: 'nobody', sentence });
const problem = (sentence: string): AxisDraft => ({ state: 'problem', actor: 'us', sentence, pace: 'operator' });
const atRisk = (sentence: string, actor: Actor = 'us'): AxisDraft => ({ state: 'at-risk', actor, sentence });

/** The usual drafts, by state. */
export const draft = { working, ok, notNeeded, notStarted, problem, atRisk };

/** An axis that this pass could not read (`trouble`), or did not have to (it stays what it was). */
export function unread(view: View, axis: AxisName, what: string, trouble: Trouble | null): AxisDraft {
  const before = view.previous?.axes[axis];
  if (trouble === null) {
    if (before === undefined || before.state === 'unknown') return notStarted(`Not looked at yet: ${what}.`);
    return { state: before.state, actor: before.actor, sentence: before.sentence, deadline: before.deadline };
  }
  return {
    state: 'unknown',
    actor: trouble.actor,
    sentence: `Could not check ${what}. ${trouble.sentence}`,
    refused: !trouble.retryable,
  };
}

interface Wait {
  actor: Actor;
  sentence: string;
  pace: Pace;
  limitMs: number;
  /** What to say once the limit is over; the same words each time, by which the next pass knows that it was. */
  overdue: string;
}

/** Waits for something that takes a known time at most; after that it is the operator's turn. */
export function waitWithLimit(view: View, axis: AxisName, wait: Wait): AxisDraft {
  const before = view.previous?.axes[axis];
  if (before?.state === 'problem' && before.sentence === wait.overdue) return problem(wait.overdue);
  const sameWait = before?.state === 'waiting' && before.actor === wait.actor;
  const since = sameWait ? Math.min(Date.parse(before.since), view.now.getTime()) : view.now.getTime();
  if (view.now.getTime() - since >= wait.limitMs) return problem(wait.overdue);
  const deadline = new Date(since + wait.limitMs).toISOString();
  return { state: 'waiting', actor: wait.actor, sentence: wait.sentence, deadline, pace: wait.pace };
}

/** Has it been Live at any time since it was onboarded, so that a failure is an outage rather than a wait? */
export function wasLive(previous: Pick<DomainStatus, 'headline'> | null): boolean {
  const headline = previous?.headline;
  return headline === 'Live' || headline === 'Live, at risk' || headline === 'Broken';
}
