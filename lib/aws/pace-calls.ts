import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { AttemptTimeoutError, PacedError } from './attempt-errors';
import { callScope } from './call-scope';
import { type Door, type Middleware, operationOf } from './middleware';
import { quotasOf } from './quotas';

/** Every attempt waits for its place under AWS's quotas, and then has `timeoutMs` to end. */
export function paceCalls(door: Door): Middleware {
  const owner = `${door.endpoint ?? 'aws'}/${door.service === 'route53' ? 'global' : door.region}`;
  return (next, context) => async (args) => {
    const quotas = quotasOf(door.service, operationOf(context), owner, door.quotaScale);
    if (quotas.length > 0) {
      const place = await door.paceStore.reserve(quotas, callScope().maxWaitMs, Date.now());
      if ('retryAtMs' in place) throw new PacedError(place.retryAtMs);
      if (place.waitMs > 0) await sleep(place.waitMs);
    }
    return withTimeout(next(args), door.timeoutMs);
  };
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
