import 'server-only';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@/lib/auth/client-ip';
import type { Db } from '@/lib/db/db';
import { createRateLimiter } from '@/lib/db/rate-limiter';

const made = new WeakMap<Db, Record<'view' | 'check' | 'checks', RateLimiterAbstract>>();

function limitersOf(db: Db) {
  const known = made.get(db);
  if (known) return known;
  const limiters = {
    /** Pages of one address in a minute: an open one asks every five seconds, and an office may have several. */
    view: createRateLimiter(db, { keyPrefix: 'share-view', points: 120, duration: 60 }),
    /** One check of a domain at a time: the next look takes as long. */
    check: createRateLimiter(db, { keyPrefix: 'share-check', points: 1, duration: 10 }),
    /** Checks by one link in an hour: each is a row of the audit log. */
    checks: createRateLimiter(db, { keyPrefix: 'share-checks', points: 60, duration: 3600 }),
  };
  made.set(db, limiters);
  return limiters;
}

/** Takes one of the looks at share pages that an address has; false when there is none left. */
export async function takeView(db: Db, ip: string | null): Promise<boolean> {
  return (await take(limitersOf(db).view, ip === null ? '-' : networkOf(ip))) === 0;
}

/** Takes one of a domain's and a link's checks; milliseconds until there is one, 0 when it was taken. */
export async function takeCheck(db: Db, { linkId, domainId }: { linkId: string; domainId: string }): Promise<number> {
  const limiters = limitersOf(db);
  return (await take(limiters.check, domainId)) || (await take(limiters.checks, linkId));
}

async function take(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
