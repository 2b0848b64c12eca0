import 'server-only';
import { RateLimiterDrizzle } from 'rate-limiter-flexible';
import type { Db } from './db';
import { rateLimits } from './schema';

/** Handles whose table a limiter of this process clears of what has expired. */
const cleared = new WeakSet<Db>();

/**
 * A limiter on the table `rate_limits`: replicas share its counters, and a restart forgets nothing. One statement counts, so that of
 * tries at the same time none slips through. `duration` is in seconds.
 *
 * Its `consume(key)` rejects with a `RateLimiterRes` over the limit and with the database's error without one.
 */
export function createRateLimiter(
  db: Db,
  options: { keyPrefix: string; points: number; duration: number },
): RateLimiterDrizzle {
  const clearExpiredByTimeout = !cleared.has(db);
  cleared.add(db);
  return new RateLimiterDrizzle({ ...options, storeClient: db, schema: rateLimits, clearExpiredByTimeout });
}
