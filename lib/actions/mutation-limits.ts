import 'server-only';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { recordEvent } from '@/lib/audit/record-event';
import type { Permission } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { createRateLimiter } from '@/lib/db/rate-limiter';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { type ActionRequest, actorOf } from './action-request';

/** What only looks. Everything else that an action does counts, tried requests and tests among it: they reach AWS or a back end. */
const reads: readonly Permission[] = [
  'gateway:view',
  'gateway:export',
  'requests:explain',
  'tenants:view',
  'audit:view',
  'audit:export',
];

const hourly = 10;

/** One set a database handle. */
const limitersOf = new WeakMap<Db, { limiter: RateLimiterAbstract; window: 'minute' | 'hour' }[]>();

function limiters(db: Db) {
  const known = limitersOf.get(db);
  if (known) return known;
  const { changesPerMinute } = env();
  const made = [
    {
      window: 'minute',
      limiter: createRateLimiter(db, { keyPrefix: 'mutation-minute', points: changesPerMinute, duration: 60 }),
    },
    {
      window: 'hour',
      limiter: createRateLimiter(db, { keyPrefix: 'mutation-hour', points: changesPerMinute * hourly, duration: 3600 }),
    },
  ] as const;
  limitersOf.set(db, [...made]);
  return [...made];
}

/**
 * Takes one of the changes that a user has in a minute and in an hour: a stolen session or a script that runs wild is slowed
 * down before it has done much. Over all replicas, and before the input is looked at.
 *
 * @throws ExpectedError `limit` with the moment when it goes on
 */
export async function takeMutation(request: ActionRequest, action: string, permission: Permission): Promise<void> {
  if (!reads.includes(permission)) await take(request, action);
}

/**
 * Calls that are refused count as changes, also such as only look: each is a row of the audit log, which nobody may fill at will.
 *
 * @throws ExpectedError `limit` with the moment when it goes on
 */
export async function takeRefusal(request: ActionRequest, action: string): Promise<void> {
  await take(request, action);
}

async function take(request: ActionRequest, action: string): Promise<void> {
  const { user } = request;
  if (!user) return;
  const context = await request.context(actorOf(request));
  for (const { limiter, window } of limiters(context.db)) {
    const refusal = await limiter.consume(user.id).then(
      () => null,
      (error: unknown) => {
        if (error instanceof RateLimiterRes) return error;
        throw error;
      },
    );
    if (!refusal) continue;
    // Once a window: what follows is more of the same, and nothing is ever deleted from the log.
    if (refusal.consumedPoints === limiter.points + 1) {
      const after = { action, window, limit: limiter.points };
      await recordEvent(
        context,
        { action: 'user.rate-limited', resourceId: user.email, after },
        { result: 'refused', message: `More than ${limiter.points} changes in one ${window}.` },
      );
    }
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const at = new Date(context.now().getTime() + seconds * 1000).toISOString().slice(11, 19);
    throw new ExpectedError('limit', `You made ${limiter.points} changes within one ${window}, so this was not done.`, {
      fix: `It goes on in ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`} (at ${at} UTC).`,
    });
  }
}
