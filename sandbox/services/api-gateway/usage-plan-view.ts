import type { UsagePlan } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredUsagePlan } from '../../model';

/** A usage plan as AWS shows it. */
export function usagePlanView({ quotaSince: _since, ...plan }: StoredUsagePlan): UsagePlan {
  return plan;
}

/** Notes when a plan got its quota. */
export function withQuotaSince({ now }: Context, { quotaSince = now, ...plan }: StoredUsagePlan): StoredUsagePlan {
  return plan.quota ? { ...plan, quotaSince } : plan;
}
