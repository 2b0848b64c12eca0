import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { AttemptTimeoutError, PacedError } from './attempt-errors';
import { callScope } from './call-scope';
import { type Door, type Middleware, operationOf } from './middleware';
import type { PaceQuota, PaceStore } from './pacing';
import { timeoutOf } from './patience';
import { quotasOf } from './quotas';

/** Every attempt waits for its place under AWS's quotas, and then has `timeoutMs` to end. */
export function paceCalls(door: Door): Middleware {
  const owner = paceOwner(door, door.service);
  return (next, context) => async (args) => {
    const operation = operationOf(context);
    await takePlace(door.paceStore, quotasOf(door.service, operation, owner, door.quotaScale));
    return withTimeout(next(args), timeoutOf(operation, door.timeoutMs));
  };
}

/** Whose quotas they are: an account in a region, at one endpoint. */
export function paceOwner({ endpoint, region }: Pick<Door, 'endpoint' | 'region'>, service: Door['service']): string {
  return `${endpoint ?? 'aws'}/${service === 'route53' ? 'global' : region}`;
}

/**
 * Waits under one quota after the other, the narrow one first: a call that waits 30 s for its own must not yet hold a
 * place under the service's, or all others would queue behind it.
 */
async function takePlace(store: PaceStore, quotas: PaceQuota[]): Promise<void> {
  if (quotas.length > 1 && 'waitMs' in (await store.reserve(quotas, 0, Date.now()))) return;
  for (const quota of quotas) {
    const place = await store.reserve([quota], callScope().maxWaitMs, Date.now());
    if ('retryAtMs' in place) throw new PacedError(place.retryAtMs);
    if (place.waitMs > 0) {
      await sleep(place.waitMs);
      noteLeaving(store, quota);
    }
  }
}

/** Not worth a write where calls follow each other within a second. */
const worthNotingMs = 1_000;

/** A timer of a busy process fires late; nobody waits for the note, and a lost one costs no more than a throttled call. */
function noteLeaving(store: PaceStore, { key, intervalMs, burst }: PaceQuota): void {
  if (burst > 1 || intervalMs < worthNotingMs) return;
  store.defer(key, Date.now() + intervalMs).catch(() => undefined);
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AttemptTimeoutError(`no complete answer within ${ms} ms`)), ms + 100);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
