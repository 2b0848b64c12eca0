import type { GetUsagePlanKeysCommandInput, GetUsagePlanKeysCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';
import { findUsagePlan } from './usage-plan-checks';
import { usagePlanKeyView } from './usage-plan-key-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html */
export function getUsagePlanKeys(
  context: Context,
  input: GetUsagePlanKeysCommandInput,
): Answer<GetUsagePlanKeysCommandOutput> {
  const plan = findUsagePlan(context, input.usagePlanId);
  const keys = context.state
    .list('usagePlanKeys', keyOf.usagePlanKey(context.scope, plan.id))
    .flatMap(({ id }) => usagePlanKeyView(context, id) ?? [])
    .filter(({ name = '' }) => name.startsWith(input.nameQuery ?? ''));
  return page(keys, input);
}
