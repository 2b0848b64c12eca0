import type { GetUsagePlansCommandInput, GetUsagePlansCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';
import { usagePlanView } from './usage-plan-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html: all, or those of one key. */
export function getUsagePlans(context: Context, input: GetUsagePlansCommandInput): Answer<GetUsagePlansCommandOutput> {
  const { state, scope } = context;
  const { keyId } = input;
  const has = (planId: string) =>
    keyId === undefined || state.get('usagePlanKeys', keyOf.usagePlanKey(scope, planId, keyId));
  const plans = state.list('usagePlans', keyOf.usagePlan(scope)).filter(({ id }) => has(id));
  return page(plans.map(usagePlanView), input);
}
