import type { Actor, HistoryState } from '@/lib/domains/model';

/** From `at` on, until the next one. */
export interface HistoryEntry {
  /** ISO-8601. */
  at: string;
  state: HistoryState;
  sentence: string;
  actor: Actor;
}

/** A part of a window during which nothing changed. Times in milliseconds since 1970, `to` not included. */
export interface Segment {
  from: number;
  to: number;
  /** Null: before the domain was there, or before its history was kept. */
  state: HistoryState | null;
  sentence: string;
}

export interface Window {
  from: number;
  to: number;
}

/** A time in which a domain that was Live did not answer, from its first failed check on. */
export interface Incident {
  from: number;
  /** Null: it goes on. */
  to: number | null;
  sentence: string;
}

export const historyWindows = ['24h', '7d', '30d', '90d'] as const;
export type HistoryWindow = (typeof historyWindows)[number];

const day = 86_400_000;
export const windowLengths: Record<HistoryWindow, { ms: number; label: string; words: string }> = {
  '24h': { ms: day, label: '24 h', words: 'the last 24 hours' },
  '7d': { ms: 7 * day, label: '7 days', words: 'the last 7 days' },
  '30d': { ms: 30 * day, label: '30 days', words: 'the last 30 days' },
  '90d': { ms: 90 * day, label: '90 days', words: 'the last 90 days' },
};
