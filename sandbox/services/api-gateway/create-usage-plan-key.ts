import type { CreateUsagePlanKeyCommandInput, CreateUsagePlanKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { badRequest, conflict, notFound } from './refusals';
import { findUsagePlan, refuseTooManyPlans } from './usage-plan-checks';
import { usagePlanKeyView } from './usage-plan-key-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html */
export function createUsagePlanKey(
  context: Context,
  input: CreateUsagePlanKeyCommandInput,
): Promise<Answer<CreateUsagePlanKeyCommandOutput>> {
  if (input.keyType !== 'API_KEY') throw badRequest('Invalid key type specified. Valid options are API_KEY');
  return context.state.write((tx) => {
    const plan = findUsagePlan(context, input.usagePlanId);
    const id = input.keyId ?? '';
    const view = usagePlanKeyView(context, id);
    if (!view) throw notFound('Invalid API Key identifier specified');
    const key = keyOf.usagePlanKey(context.scope, plan.id, id);
    if (context.state.get('usagePlanKeys', key)) throw conflict('Usage Plan Key already exists');
    refuseTooManyPlans(context, id, [plan.id]);
    tx.put('usagePlanKeys', key, { id });
    return view;
  });
}
