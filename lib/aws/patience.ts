import 'server-only';

/** How long the pacer may hold a call back under one quota, unless `withMaxWait` says otherwise. */
export const defaultMaxWaitMs = 5_000;
/** For one attempt, from sending to the end of the answer. */
export const defaultTimeoutMs = 15_000;
/** Operations that wait for a back end: API Gateway gives that 29 s, or more where the account's quota was raised. */
const slowTimeoutsMs: Readonly<Record<string, number>> = { TestInvokeMethod: 35_000 };
export const slowestTimeoutMs = Math.max(...Object.values(slowTimeoutsMs));
export const maxAttempts = 3;
/** A pause between attempts that is longer than this is the reconciler's business. */
export const longestPauseMs = 3_000;

/**
 * No call outside of `withMaxWait` takes longer: every attempt waits under up to two quotas (the operation's and the
 * service's) and then has its timeout, and between attempts there is a pause. 81 s. The slow operations are never repeated.
 */
export const longestCallMs =
  maxAttempts * (2 * defaultMaxWaitMs + defaultTimeoutMs) + (maxAttempts - 1) * longestPauseMs;

/** How long one attempt of an operation may take. */
export function timeoutOf(operation: string, timeoutMs: number): number {
  return Math.max(timeoutMs, slowTimeoutsMs[operation] ?? 0);
}
