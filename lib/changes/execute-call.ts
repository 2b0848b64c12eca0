import 'server-only';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import { withMaxWait } from '@/lib/aws/call-scope';
import { AwsError } from '@/lib/aws/errors';
import { outcomeUnknown } from '@/lib/aws/outcome-unknown';
import type { Context } from '@/lib/context';
import type { GatewayCall } from '@/lib/gateway/calls';
import { fromAws } from '@/lib/gateway/from-aws';
import type { GatewayIds } from '@/lib/gateway/model';
import { isDone, type Now } from './execution/is-done';
import { runCall } from './execution/run-call';

/** An application waits for AWS's quotas rather than stop half done. */
const maxWaitMs = 60_000;

/**
 * Makes one planned call, so that making it again does no harm: what is to go and isn't there is gone; and when an answer was lost, or
 * AWS has something of that name already, a read of the gateway tells whether that is what was wanted.
 *
 * @param ids of the gateway as it is before the call
 * @returns the ids afterwards
 * @throws AwsError: when it is `retryable`, plan anew from what is there; ExpectedError `conflict` when what the call is about isn't on
 *   the gateway any more
 */
export function executeCall(ctx: Context, ids: GatewayIds, call: GatewayCall): Promise<GatewayIds> {
  return withMaxWait(maxWaitMs, async () => {
    try {
      return await runCall(ctx, ids, call);
    } catch (error) {
      if (!outcomeUnknown(error) && !isTaken(error)) throw error;
      const now = await readAgain(ctx, ids, error);
      if (isDone(call, now)) return now.ids;
      if (isTaken(error)) throw error;
      return await runCall(ctx, now.ids, call);
    }
  });
}

/** Something of that name is there; perhaps a call whose answer was lost made it. */
function isTaken(error: unknown): boolean {
  return error instanceof AwsError && error.kind === 'conflict' && !error.retryable;
}

/** The gateway as it is now. When it can't be read either, the first failure is the news. */
async function readAgain(ctx: Context, { restApiId }: GatewayIds, failure: unknown): Promise<Now> {
  try {
    const { raw } = await readGateway(ctx.aws, restApiId);
    return { raw, ...fromAws(raw) };
  } catch {
    throw failure;
  }
}
