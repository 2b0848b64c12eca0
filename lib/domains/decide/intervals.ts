import type { Pace } from '@/lib/domains/decide/view';

const second = 1000;
const minute = 60 * second;

/** Shortest and longest pause between two looks, and how the pause grows with the age of the wait. */
const paces: Record<Pace, { from: number; to: number; growth: number }> = {
  /** AWS works on something that takes seconds. */
  fast: { from: 2 * second, to: 15 * second, growth: 1 / 6 },
  /** ACM issues within minutes: close looks at first, one a minute later. */
  acm: { from: 3 * second, to: minute, growth: 1 / 3 },
  /** Somebody else has to do something; a lookup too early is remembered by resolvers. */
  tenant: { from: 15 * second, to: minute, growth: 1 / 10 },
  /** The DNS could not be asked. */
  lookup: { from: 5 * second, to: minute, growth: 1 / 3 },
  /** An operator has to change something. */
  operator: { from: 30 * second, to: 2 * minute, growth: 1 / 10 },
};

/** Pause before the next look at an axis that has been waiting for `ageMs`. */
export function pauseOf(pace: Pace, ageMs: number): number {
  const { from, to, growth } = paces[pace];
  return Math.min(to, Math.max(from, ageMs * growth));
}

/** Between two looks at a domain that is Live. */
export const liveIntervalMs = 5 * minute;
/** After one failed probe of a Live domain: the second one decides whether it is broken. */
export const suspicionMs = 10 * second;
/** Between two looks at a broken domain. */
export const brokenIntervalMs = minute;
/** After AWS refused for good: only an operator helps, but quotas and records do change. */
export const refusedIntervalMs = 10 * minute;

/** Pause after the n-th failure in a row (n from 1), when AWS or the network is in trouble. */
export function backOff(failures: number): number {
  const steps = [2, 5, 15, 60];
  return (steps[Math.min(Math.max(failures, 1), steps.length) - 1] ?? 60) * second;
}
