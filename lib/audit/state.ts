import type { Verdict } from './chain/verdict';

/** How the audit log is, as pages show it. Times are ISO-8601. */
export interface AuditState {
  /** Rows in the chain. */
  rows: number;
  head: { seq: number; hash: string } | null;
  checkpoint: { seq: number; at: string } | null;
  /** Key of the console that signs. */
  keyId: string | null;
  /** Another key signed last, and it is not known to the console: nothing is signed. */
  otherKeyId: string | null;
  removed: { seq: number; until: string } | null;
  /** Who asked for a verification that hasn't begun. */
  asked: string | null;
  running: { startedAt: string; by: string; rows: number; total: number } | null;
  last: { verdict: Verdict; at: string; by: string } | null;
  /** Why the last verification could not be done. */
  failure: string | null;
  /** Null: for ever. */
  keepDays: number | null;
  pruned: { at: string; rows: number; failure: string | null } | null;
  webhook: {
    url: string;
    enabled: boolean;
    /** Rows that it is still to get. */
    behind: number;
    deliveredAt: string | null;
    failures: number;
    error: string | null;
    /** What to do about the error. */
    fix: string | null;
    nextTryAt: string | null;
  } | null;
}
