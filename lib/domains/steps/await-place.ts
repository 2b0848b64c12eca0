import 'server-only';
import { and, eq, lt, ne, sql } from 'drizzle-orm';
import { callInterval, nextPlace } from '@/lib/aws/next-place';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { StepResult } from '@/lib/domains/steps/step';

const operation = 'CreateDomainName';
/** Whoever is farther back looks once in so many intervals: those before may be stuck. */
const farthestBack = 4;

/** How far ahead a place is taken, ms: no two calls sleep in passes at a time, and the place before has been used by then. */
export function aheadMs({ aws }: Pick<Context, 'aws'>): number {
  return Math.min(5_000, Math.max(50, callInterval(aws, 'apigateway', operation) / 2));
}

/**
 * Null when a place under AWS's quota is near, otherwise the wait for it: before an intent is written down that comes to nothing. The pass
 * that follows comes early enough to take the place ahead of time, so that none is left unused, and when those who wait longer have had theirs.
 */
export async function awaitPlace(ctx: Context, domain: LoadedDomain): Promise<StepResult | null> {
  const at = await nextPlace(ctx.aws, 'apigateway', operation);
  const waitMs = at - Date.now();
  if (waitMs <= aheadMs(ctx)) return null;
  const before = Math.min(await countBefore(ctx, domain), farthestBack);
  const turnMs = waitMs + before * callInterval(ctx.aws, 'apigateway', operation);
  return {
    result: 'waiting',
    actor: 'aws',
    sentence: `${operation} waits for its turn: AWS allows only so many of these calls in a while.`,
    retryAt: new Date(ctx.now().getTime() + turnMs - 0.8 * aheadMs(ctx)),
  };
}

/** Domains that have their certificate, still need the call, and are older. */
function countBefore({ db }: Context, { id, createdAt }: LoadedDomain): Promise<number> {
  return db.$count(
    domains,
    and(
      ne(domains.id, id),
      lt(domains.createdAt, createdAt),
      eq(domains.intent, 'present'),
      eq(domains.headline, 'Working'),
      eq(domains.gatewayDomainOurs, false),
      eq(domains.gatewayDomainName, domains.hostname),
      sql`${domains.status}->'axes'->'certificate'->>'state' = 'ok'`,
      // What is on its way has a place already.
      sql`${domains.status}->'axes'->'gateway'->>'state' = 'waiting'`,
    ),
  );
}
