import type { Attempt } from '@/lib/domains/decide/apply-attempt';
import type { AxisDrafts } from '@/lib/domains/decide/headline';
import {
  backOff,
  brokenIntervalMs,
  liveIntervalMs,
  pauseOf,
  refusedIntervalMs,
  suspicionMs,
} from '@/lib/domains/decide/intervals';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { axisNames, type DomainStatus, type StepName } from '@/lib/domains/model';

interface Input {
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

function pause({ now, attempt, failures }: Input, status: DomainStatus, axes: AxisDrafts): number {
  if (attempt?.retryAt) return Math.max(500, attempt.retryAt.getTime() - now.getTime());
  if (status.trouble !== null) return status.trouble.retryable ? backOff(failures + 1) : refusedIntervalMs;
  if (status.headline === 'Live, at risk' && status.proof !== null && !proofHolds(status.proof)) return suspicionMs;
  const waits = axisNames.flatMap((name) => {
    const { pace = null } = axes[name];
    return pace === null ? [] : [pauseOf(pace, now.getTime() - Date.parse(status.axes[name].since))];
  });
  if (status.headline === 'Broken') return Math.min(brokenIntervalMs, ...waits);
  return waits.length > 0 ? Math.min(...waits) : liveIntervalMs;
}
