import type { Pace } from '@/lib/domains/decide/view';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

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

/** The longest waits for a domain that serves are so many times as long: nobody stands still meanwhile. */
const servingStretch = 10;

/** Pause before the next look at an axis that has been waiting for `ageMs`. */
export function pauseOf(pace: Pace, ageMs: number, serving = false): number {
  const { from, to, growth } = paces[pace];
  return Math.min(serving ? to * servingStretch : to, Math.max(from, ageMs * growth));
}

/** Between two looks at a domain that is not Live and waits for nothing. */
export const idleIntervalMs = 5 * minute;

/** Between two looks at a domain that is Live: the bounds before the jitter. */
export const livePauses = { shortestMs: 20 * second, longestMs: hour };
/** What was well for so long may be broken for a quarter of that before it is noticed: 40 looks on the first day, then one an hour. */
const liveGrowth = 1 / 4;
/** A part of the pause, by which domains that went live together drift apart. */
export const jitter = 0.1;

/** Pause before the next look at a Live domain of which nothing failed or changed for `calmMs`. */
export function livePause(domainId: string, calmMs: number): number {
  const { shortestMs, longestMs } = livePauses;
  const pause = Math.min(longestMs, Math.max(shortestMs, calmMs * liveGrowth));
  return Math.round(pause * (1 - jitter + 2 * jitter * placeOf(domainId)));
}

/** Of a text, always the same, from 0 to below 1 (FNV-1a). */
export function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The last step alone leaves texts that differ at their end close together.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A deployment may touch a thousand domains at once: they begin again with looks that are this far apart, not with the closest. */
export const sharedChangeMs = (2 * minute) / liveGrowth;
/** A Live domain whose name or answers show a risk is looked at this often at least. */
export const riskPauseMs = 5 * minute;
/** Without a fresh cache, AWS itself is asked about a Live domain this often. */
export const insideIntervalMs = hour;
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
