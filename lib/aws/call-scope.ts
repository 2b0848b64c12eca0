import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { AwsCall } from '@/lib/audit/model';
import { defaultMaxWaitMs } from './patience';

interface CallScope {
  recorders: readonly AwsCall[][];
  maxWaitMs: number;
  /** What runs are tries of the preflight, which can't change anything. */
  harmless?: boolean;
}

// On globalThis, because a bundler may put copies of this module into several bundles of one process.
const shared = globalThis as typeof globalThis & { gatehouseAwsScope?: AsyncLocalStorage<CallScope> };
shared.gatehouseAwsScope ??= new AsyncLocalStorage();
const storage = shared.gatehouseAwsScope;

/** The scope that the current call runs in. */
export function callScope(): CallScope {
  return storage.getStore() ?? { recorders: [], maxWaitMs: defaultMaxWaitMs };
}

export type RecordedCalls<T> =
  | { ok: true; result: T; calls: AwsCall[] }
  | { ok: false; error: unknown; calls: AwsCall[] };

/** Runs `fn` and lists the AWS calls that it made, in the order in which they ended. Never throws. */
export async function recordAwsCalls<T>(fn: () => Promise<T>): Promise<RecordedCalls<T>> {
  const calls: AwsCall[] = [];
  const scope = callScope();
  try {
    const result = await storage.run({ ...scope, recorders: [...scope.recorders, calls] }, fn);
    return { ok: true, result, calls };
  } catch (error) {
    return { ok: false, error, calls };
  }
}

/**
 * Runs a try of the preflight, which the door lets through although nothing may be changed yet: lib/aws/preflight says of each why it
 * can't change anything. For nothing else.
 */
export function asHarmless<T>(fn: () => Promise<T>): Promise<T> {
  return storage.run({ ...callScope(), harmless: true }, fn);
}

/** Runs `fn` with calls that wait up to `maxWaitMs` for AWS's quotas, instead of 5 s. */
export function withMaxWait<T>(maxWaitMs: number, fn: () => Promise<T>): Promise<T> {
  return storage.run({ ...callScope(), maxWaitMs }, fn);
}
