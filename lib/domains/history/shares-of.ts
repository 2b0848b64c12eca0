import type { Segment } from '@/lib/domains/history/model';
import type { HistoryState } from '@/lib/domains/model';

export type Share = 'live' | 'broken' | 'unknown' | 'other';
export const shareNames = ['live', 'broken', 'unknown', 'other'] as const satisfies readonly Share[];

/** Live at risk answers; what was before it was Live, and after, is none of the three. */
const shareOf: Record<HistoryState, Share> = {
  Live: 'live',
  'Live, at risk': 'live',
  Broken: 'broken',
  Unknown: 'unknown',
  Draft: 'other',
  'Waiting for tenant': 'other',
  Working: 'other',
  'Needs operator': 'other',
  Offboarding: 'other',
  Gone: 'other',
};

export interface Shares {
  /** Milliseconds. */
  ms: Record<Share, number>;
  /** Per cent of the window in hundredths of a per cent, which add up to 10,000 exactly. */
  hundredths: Record<Share, number>;
  /** Per cent of the time of which is known that it was Live or Broken, in hundredths, rounded down; null when there was none. */
  liveHundredths: number | null;
}

/** How a window was spent. Pure. */
export function sharesOf(segments: readonly Segment[]): Shares {
  const ms: Record<Share, number> = { live: 0, broken: 0, unknown: 0, other: 0 };
  for (const { from, to, state } of segments) ms[state === null ? 'other' : shareOf[state]] += to - from;
  const known = ms.live + ms.broken;
  return {
    ms,
    hundredths: toHundredths(ms),
    // Rounded down: a hundred per cent are said only of what never failed.
    liveHundredths: known === 0 ? null : Math.floor((ms.live / known) * 10_000),
  };
}

/** The largest remainders are rounded up, so that the sum is right. */
function toHundredths(ms: Record<Share, number>): Record<Share, number> {
  const total = shareNames.reduce((sum, name) => sum + ms[name], 0);
  if (total === 0) return { live: 0, broken: 0, unknown: 0, other: 10_000 };
  const exact = shareNames.map((name) => ({ name, value: (ms[name] / total) * 10_000 }));
  const whole = Object.fromEntries(exact.map(({ name, value }) => [name, Math.floor(value)])) as Record<Share, number>;
  const missing = 10_000 - shareNames.reduce((sum, name) => sum + whole[name], 0);
  const byRemainder = [...exact].sort((a, b) => (b.value % 1) - (a.value % 1));
  for (const { name } of byRemainder.slice(0, missing)) whole[name] += 1;
  return whole;
}
