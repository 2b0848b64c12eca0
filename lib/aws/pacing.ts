import 'server-only';

/** One of AWS's rate quotas: a call each `intervalMs`, and up to `burst` at once after a pause. */
export interface PaceQuota {
  key: string;
  intervalMs: number;
  burst: number;
}

/**
 * Where the pacer remembers what was called when (GCRA, one theoretical arrival time a quota). `reserve` takes a place
 * under all the quotas at once, or under none when the wait would be longer than `maxWaitMs`. On the database it serves
 * all replicas.
 */
export interface PaceStore {
  reserve(
    quotas: readonly PaceQuota[],
    maxWaitMs: number,
    nowMs: number,
  ): Promise<{ waitMs: number } | { retryAtMs: number }>;
  /** The theoretical arrival time of a quota, ms since 1970; 0 before its first call. */
  peek(key: string): Promise<number>;
  /** A call left later than its place was: the next one goes a whole interval after it. */
  defer(key: string, arrivalMs: number): Promise<void>;
}
