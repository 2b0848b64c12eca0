import 'server-only';

/** How long the pacer may hold a call back under one quota, unless `withMaxWait` says otherwise. */
export const defaultMaxWaitMs = 5_000;
/** For one attempt, from sending to the end of the answer. */
export const defaultTimeoutMs = 15_000;
export const maxAttempts = 3;
/** A pause between attempts that is longer than this is the reconciler's business. */
export const longestPauseMs = 3_000;

/**
 * No call outside of `withMaxWait` takes longer: every attempt waits under up to two quotas (the operation's and the
 * service's) and then has its timeout, and between attempts there is a pause. 81 s.
 */
export const longestCallMs =
  maxAttempts * (2 * defaultMaxWaitMs + defaultTimeoutMs) + (maxAttempts - 1) * longestPauseMs;
