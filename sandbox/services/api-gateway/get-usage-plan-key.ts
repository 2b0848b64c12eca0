import type { GetUsagePlanKeyCommandInput, GetUsagePlanKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { notFound } from './refusals';
import { findUsagePlan } from './usage-plan-checks';
import { usagePlanKeyView } from './usage-plan-key-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKey.html */
export function getUsagePlanKey(
  context: Context,
  { usagePlanId, keyId = '' }: GetUsagePlanKeyCommandInput,
): Answer<GetUsagePlanKeyCommandOutput> {
  const plan = findUsagePlan(context, usagePlanId);
  const isIn = context.state.get('usagePlanKeys', keyOf.usagePlanKey(context.scope, plan.id, keyId));
  const view = isIn && usagePlanKeyView(context, keyId);
  if (!view) throw notFound('Invalid Usage Plan Key identifier specified');
  return view;
}
