import type { QuotaSettings } from '@aws-sdk/client-api-gateway';
import type { StoredUsagePlan } from './model';
import { keyOf } from './scope';
import type { State } from './state';

const dayMs = 24 * 3_600_000;

/** `2026-11-27`, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The first day of the quota's period that `time` lies in; weeks begin on Sunday. */
function periodStart(period: QuotaSettings['period'], time: number): string {
  if (period === 'MONTH') return `${dayOf(time).slice(0, 7)}-01`;
  return dayOf(period === 'WEEK' ? time - new Date(time).getUTCDay() * dayMs : time);
}

/** How many requests a key has left under a plan's quota, at a time. The quota's offset counts in its first period. */
export function remaining(
  state: State,
  scope: string,
  { id: usagePlanId, quota = {}, quotaSince }: StoredUsagePlan,
  keyId: string,
  time: number,
): number {
  const start = periodStart(quota.period, time);
  const today = dayOf(time);
  const isFirst = quotaSince !== undefined && periodStart(quota.period, quotaSince) === start;
  let left = (quota.limit ?? 0) - (isFirst ? (quota.offset ?? 0) : 0);
  for (const { key, value } of state.entries('usages', keyOf.usage(scope, usagePlanId, keyId))) {
    const day = key.slice(-10);
    if (day >= start && day <= today) left += value.granted - value.used;
  }
  return left;
}
