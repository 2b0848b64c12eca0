import type { CreateUsagePlanCommandInput, CreateUsagePlanCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { randomId } from './random-id';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { refuseBadUsagePlan } from './usage-plan-checks';
import { withQuotaSince } from './usage-plan-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html */
export function createUsagePlan(
  context: Context,
  input: CreateUsagePlanCommandInput,
): Promise<Answer<CreateUsagePlanCommandOutput>> {
  const { name = '', description, apiStages = [], throttle, quota, tags } = input;
  if (name === '') throw badRequest('Usage Plan name cannot be blank');
  const plan = defined({ id: randomId(6), name, description, apiStages, throttle, quota, tags });
  return context.state.write((tx) => {
    refuseBadUsagePlan(context, plan);
    const present = context.state.count('usagePlans', keyOf.usagePlan(context.scope));
    refuseOverQuota(context, 'maxUsagePlans', present);
    tx.put('usagePlans', keyOf.usagePlan(context.scope, plan.id), withQuotaSince(context, plan));
    return plan;
  });
}
