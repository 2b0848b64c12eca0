/** What a verification found. Pure: components show it. */

/** The first thing that is not as it was written. */
export interface Break {
  /** Place in the chain; null for a row that is in no link. */
  seq: number | null;
  /** Id of the row, where there is one. */
  eventId: number | null;
  /** ISO-8601. */
  at: string | null;
  action: string | null;
  /** What is wrong with it, as a sentence. */
  sentence: string;
}

export interface Covered {
  /** Rows that were looked at. */
  rows: number;
  /** First and last place in the chain that was looked at; null for an empty chain. */
  from: number | null;
  to: number | null;
  /** Rows older than the chain: nothing vouches for them but their number. */
  older: number;
  /** Signed checkpoints that agree. */
  checkpoints: number;
  lastCheckpoint: { seq: number; at: string } | null;
  /** What retention removed: up to which place, and the newest row's time. */
  removed: { seq: number; until: string } | null;
}

export type Verdict = ({ whole: true } | { whole: false; broken: Break }) & Covered;
