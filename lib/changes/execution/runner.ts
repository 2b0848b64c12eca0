import type { Context } from '@/lib/context';
import type { GatewayCall, GatewayOperation } from '@/lib/gateway/calls';
import type { GatewayIds } from '@/lib/gateway/model';

/** The calls of an operation. */
export type CallOf<Operation extends GatewayOperation> = GatewayCall & { operation: Operation };

/** Sends one call to AWS; answers the ids where they are others afterwards. */
export type Runner<Operation extends GatewayOperation> = (
  ctx: Context,
  ids: GatewayIds,
  call: CallOf<Operation>,
) => Promise<GatewayIds | undefined>;

/** Runners of some operations. */
export type Runners<Operation extends GatewayOperation> = { [Name in Operation]: Runner<Name> };
