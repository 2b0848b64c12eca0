import type { DeleteUsagePlanCommandInput, DeleteUsagePlanCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { badRequest } from './refusals';
import { findUsagePlan } from './usage-plan-checks';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlan.html: only one that lets no stage be used any more. */
export function deleteUsagePlan(
  context: Context,
  { usagePlanId }: DeleteUsagePlanCommandInput,
): Promise<Answer<DeleteUsagePlanCommandOutput>> {
  return context.state.write((tx) => {
    const { id, apiStages = [] } = findUsagePlan(context, usagePlanId);
    if (apiStages.length > 0)
      throw badRequest(`Cannot delete usage plan ${id} because it is associated with API stages`);
    for (const collection of ['usagePlanKeys', 'usages'] as const)
      for (const key of [...context.state.keys(collection, keyOf.usagePlanKey(context.scope, id))])
        tx.remove(collection, key);
    tx.remove('usagePlans', keyOf.usagePlan(context.scope, id));
    return {};
  });
}
