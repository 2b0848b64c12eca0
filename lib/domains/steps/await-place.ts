import 'server-only';
import { callInterval, nextPlace } from '@/lib/aws/next-place';
import type { Context } from '@/lib/context';
import type { StepResult } from '@/lib/domains/steps/step';

const operation = 'CreateDomainName';

/** How far ahead a place is taken, ms: no two calls sleep in passes at a time, and the place before has been used by then. */
export function aheadMs({ aws }: Pick<Context, 'aws'>): number {
  return Math.min(5_000, Math.max(50, callInterval(aws, 'apigateway', operation) / 2));
}

/**
 * Null when a place under AWS's quota is near, otherwise the wait for it: before an intent is written down that comes to nothing. The pass
 * that follows comes early enough to take the place ahead of time, so that none is left unused.
 */
export async function awaitPlace(ctx: Context): Promise<StepResult | null> {
  const at = await nextPlace(ctx.aws, 'apigateway', operation);
  const waitMs = at - Date.now();
  if (waitMs <= aheadMs(ctx)) return null;
  return {
    result: 'waiting',
    actor: 'aws',
    sentence: `${operation} waits for its turn: AWS allows only so many of these calls in a while.`,
    retryAt: new Date(ctx.now().getTime() + waitMs - 0.8 * aheadMs(ctx)),
  };
}
