import type { QuotaSettings, UsagePlan } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredUsagePlan } from '../../model';
import { keyOf } from '../../scope';
import { badRequest, notFound } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';

export function findUsagePlan(context: Context, id = ''): StoredUsagePlan {
  const found = context.state.get('usagePlans', keyOf.usagePlan(context.scope, id));
  if (!found) throw notFound('Invalid Usage Plan ID specified');
  return found;
}

/** Refuses to add a key to plans beyond its quota; those it is in already don't count twice. */
export function refuseTooManyPlans(context: Context, keyId: string, added: string[]): void {
  const { state, scope } = context;
  const isIn = (id: string) => state.get('usagePlanKeys', keyOf.usagePlanKey(scope, id, keyId)) !== undefined;
  const others = state.list('usagePlans', keyOf.usagePlan(scope)).filter(({ id }) => isIn(id) && !added.includes(id));
  if (added.length > 0) refuseOverQuota(context, 'maxUsagePlansPerKey', others.length + new Set(added).size - 1);
}

/** Refuses stages that aren't there, and limits that mean nothing. */
export function refuseBadUsagePlan(context: Context, { apiStages = [], quota, throttle }: UsagePlan): void {
  for (const { apiId = '', stage = '' } of apiStages) {
    if (!context.state.get('stages', keyOf.stage(context.scope, apiId, stage)))
      throw badRequest('Invalid API Stage specified');
  }
  if (quota && (!(Number(quota.limit) > 0) || quota.period === undefined))
    throw badRequest('Usage Plan quota limit must be greater than 0 and its period must be specified');
  if (quota && !['DAY', 'WEEK', 'MONTH'].includes(quota.period ?? ''))
    throw badRequest('Invalid quota period specified. Valid options are DAY,WEEK,MONTH');
  refuseBadOffset(quota);
  if (Number(throttle?.rateLimit ?? 0) < 0 || Number(throttle?.burstLimit ?? 0) < 0)
    throw badRequest('Usage Plan throttle limits must not be negative');
}

/** The largest offset of a period, in the words of AWS and of Terraform's provider, which checks the same. */
const offsets = {
  DAY: { max: 0, words: 'zero in the DAY period' },
  WEEK: { max: 6, words: 'between 0 and 6 inclusive in the WEEK period' },
  MONTH: { max: 27, words: 'between 0 and 27 inclusive in the MONTH period' },
};

function refuseBadOffset({ period, offset = 0 }: QuotaSettings = {}): void {
  const { max, words } = offsets[period ?? 'DAY'];
  if (offset < 0 || offset > max) throw badRequest(`Usage Plan quota offset must be ${words}`);
}

/** The plans that let a stage be used. */
export function plansOfStage(context: Context, restApiId: string, stageName?: string): StoredUsagePlan[] {
  return context.state
    .list('usagePlans', keyOf.usagePlan(context.scope))
    .filter(({ apiStages = [] }) =>
      apiStages.some(({ apiId, stage }) => apiId === restApiId && (stageName === undefined || stage === stageName)),
    );
}
