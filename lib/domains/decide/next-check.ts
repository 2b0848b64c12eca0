import type { Attempt } from '@/lib/domains/decide/apply-attempt';
import type { AxisDrafts } from '@/lib/domains/decide/headline';
import {
  backOff,
  brokenIntervalMs,
  idleIntervalMs,
  livePause,
  pauseOf,
  refusedIntervalMs,
  riskPauseMs,
  suspicionMs,
} from '@/lib/domains/decide/intervals';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { axisNames, type DomainStatus, type StepName, type Watch } from '@/lib/domains/model';

interface Input {
  subject: { id: string };
  now: Date;
  attempt: Attempt | null;
  failures: number;
}

/** When to look again; null when there is nothing left to look at. */
export function nextCheck(input: Input, status: DomainStatus, axes: AxisDrafts, action: StepName | null): Date | null {
  if (status.headline === 'Gone') return null;
  if (action !== null) return input.now;
  return new Date(input.now.getTime() + pause(input, status, axes));
}

function pause(input: Input, status: DomainStatus, axes: AxisDrafts): number {
  const { now, attempt, failures } = input;
  const { watch, trouble } = status;
  if (attempt?.retryAt) return Math.max(500, attempt.retryAt.getTime() - now.getTime());
  if (trouble !== null && !trouble.retryable) return refusedIntervalMs;
  if (trouble !== null) {
    // A thousand Live domains need not all ask an AWS that is away.
    const calm = watch === undefined || attempt !== null ? 0 : Math.min(refusedIntervalMs, watchPause(input, watch));
    return Math.max(backOff(failures + 1), calm);
  }
  if (status.headline === 'Live, at risk' && status.proof !== null && !proofHolds(status.proof)) return suspicionMs;
  const serving = status.headline === 'Live' || status.headline === 'Live, at risk';
  const waits = axisNames.flatMap((name) => {
    const { pace = null } = axes[name];
    return pace === null ? [] : [pauseOf(pace, now.getTime() - Date.parse(status.axes[name].since), serving)];
  });
  if (status.headline === 'Broken') return Math.min(brokenIntervalMs, ...waits);
  if (watch === undefined) return waits.length > 0 ? Math.min(...waits) : idleIntervalMs;
  // What shows a risk is looked at more closely.
  if (status.axes.dns.state === 'at-risk') waits.push(riskPauseMs);
  return Math.min(watchPause(input, watch), ...waits);
}

/** Of a domain that was Live, by how long it has been calm. */
function watchPause({ subject, now }: Input, { calmSince }: Watch): number {
  return livePause(subject.id, now.getTime() - Date.parse(calmSince));
}
