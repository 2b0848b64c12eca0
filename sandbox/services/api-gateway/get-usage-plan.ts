import type { GetUsagePlanCommandInput, GetUsagePlanCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findUsagePlan } from './usage-plan-checks';
import { usagePlanView } from './usage-plan-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html */
export function getUsagePlan(
  context: Context,
  { usagePlanId }: GetUsagePlanCommandInput,
): Answer<GetUsagePlanCommandOutput> {
  return usagePlanView(findUsagePlan(context, usagePlanId));
}
