import 'server-only';
import type { PaceQuota } from './pacing';

/**
 * Generic cell rate algorithm over several quotas at once. `arrivals` are the quotas' theoretical arrival times, ms
 * since 1970, absent before the first call.
 *
 * @returns when the call may go, and the arrival times to store if it does
 */
export function reservePlace(
  quotas: readonly PaceQuota[],
  arrivals: ReadonlyMap<string, number>,
  nowMs: number,
): { startMs: number; arrivals: Map<string, number> } {
  const earliest = quotas.map((quota) => arrivalOf(quota, arrivals, nowMs) - (quota.burst - 1) * quota.intervalMs);
  const startMs = Math.max(nowMs, ...earliest);
  const next = quotas.map((quota) => {
    return [quota.key, Math.max(arrivalOf(quota, arrivals, nowMs), startMs) + quota.intervalMs] as const;
  });
  return { startMs, arrivals: new Map(next) };
}

/** An arrival time that no series of waits can explain comes from a clock that was wrong; it must not block for hours. */
const farthestMs = 120_000;

function arrivalOf(quota: PaceQuota, arrivals: ReadonlyMap<string, number>, nowMs: number): number {
  const arrival = arrivals.get(quota.key) ?? Number.NEGATIVE_INFINITY;
  return Math.min(arrival, nowMs + quota.burst * quota.intervalMs + farthestMs);
}
