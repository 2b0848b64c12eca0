import 'server-only';
import type { Context } from '@/lib/context';
import type { GatewayCall, GatewayOperation } from '@/lib/gateway/calls';
import type { GatewayIds } from '@/lib/gateway/model';
import { routeRunners } from './route-runners';
import type { Runner, Runners } from './runner';
import { sharedRunners } from './shared-runners';

const runners: Runners<GatewayOperation> = { ...routeRunners, ...sharedRunners };

/** Sends a call to AWS once; what isn't there needn't be deleted. */
export async function runCall(ctx: Context, ids: GatewayIds, call: GatewayCall): Promise<GatewayIds> {
  // The table gives each operation the runner of its own calls, which the compiler can't follow through an index.
  const run = runners[call.operation] as Runner<GatewayOperation>;
  return (await run(ctx, ids, call as never)) ?? ids;
}
