import type { UpdateUsageCommandInput, UpdateUsageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { dayOf, remaining } from '../../usage';
import { getUsagePlanKey } from './get-usage-plan-key';
import { applyPatch } from './patch';
import { badRequest } from './refusals';
import { findUsagePlan } from './usage-plan-checks';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html: what is left of the period running now. */
export function updateUsage(
  context: Context,
  input: UpdateUsageCommandInput,
): Promise<Answer<UpdateUsageCommandOutput>> {
  const { state, scope, now } = context;
  return state.write((tx) => {
    const plan = findUsagePlan(context, input.usagePlanId);
    const usagePlanId = plan.id;
    const { id: keyId = '' } = getUsagePlanKey(context, { usagePlanId, keyId: input.keyId });
    if (!plan.quota) throw badRequest('Usage Plan has no quota');
    const day = dayOf(now);
    const key = keyOf.usage(scope, usagePlanId, keyId, day);
    const usage = state.get('usages', key) ?? { used: 0, granted: 0 };
    const before = { left: remaining(state, scope, plan, keyId, now) };
    const { left } = applyPatch(before, input.patchOperations, rules, 'updateUsageInput');
    tx.put('usages', key, { ...usage, granted: usage.granted + left - before.left });
    return { usagePlanId, startDate: day, endDate: day, items: { [keyId]: [[usage.used, left]] } };
  });
}

const rules = {
  '/remaining': {
    ops: ['replace' as const],
    apply: (_before: { left: number }, value: string) => {
      if (!/^\d+$/.test(value)) throw badRequest(`Invalid number specified: ${value}`);
      return { left: Number(value) };
    },
  },
};
