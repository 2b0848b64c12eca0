import type { GetUsagePlanCommandInput, GetUsagePlanCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findUsagePlan } from './usage-plan-checks';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html */
export function getUsagePlan(
  context: Context,
  { usagePlanId }: GetUsagePlanCommandInput,
): Answer<GetUsagePlanCommandOutput> {
  return findUsagePlan(context, usagePlanId);
}
