import type { GetUsageCommandInput, GetUsageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { dayOf, remaining } from '../../usage';
import { page } from './page';
import { badRequest } from './refusals';
import { findUsagePlan } from './usage-plan-checks';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html: per key and day, requests used and requests left. */
export function getUsage(context: Context, input: GetUsageCommandInput): Answer<GetUsageCommandOutput> {
  const { state, scope } = context;
  const plan = findUsagePlan(context, input.usagePlanId);
  const usagePlanId = plan.id;
  const { startDate = '', endDate = '' } = input;
  const days = daysBetween(startDate, endDate);
  const keys = state
    .list('usagePlanKeys', keyOf.usagePlanKey(scope, usagePlanId))
    .filter(({ id }) => input.keyId === undefined || id === input.keyId);
  const { items, position } = page(keys, input);
  const usage = items.map(({ id: keyId }) => [
    keyId,
    days.map((day) => [
      state.get('usages', keyOf.usage(scope, usagePlanId, keyId, day))?.used ?? 0,
      plan.quota ? remaining(state, scope, plan, keyId, Date.parse(day)) : 0,
    ]),
  ]);
  return { usagePlanId, startDate, endDate, items: Object.fromEntries(usage), ...(position ? { position } : {}) };
}

const longestDays = 90;

function daysBetween(startDate: string, endDate: string): string[] {
  const [start, end] = [Date.parse(startDate), Date.parse(endDate)];
  const count = (end - start) / 86_400_000;
  if (!(count >= 0) || count > longestDays) throw badRequest('Invalid date range specified');
  return Array.from({ length: Math.floor(count) + 1 }, (_, index) => dayOf(start + index * 86_400_000));
}
