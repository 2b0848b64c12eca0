import type { UpdateUsagePlanCommandInput, UpdateUsagePlanCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { applyPatch } from './patch';
import { plainWords } from './patch-words';
import { findUsagePlan, refuseBadUsagePlan } from './usage-plan-checks';
import { otherUsagePlanRule, usagePlanRules } from './usage-plan-paths';
import { usagePlanView, withQuotaSince } from './usage-plan-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsagePlan.html */
export function updateUsagePlan(
  context: Context,
  input: UpdateUsagePlanCommandInput,
): Promise<Answer<UpdateUsagePlanCommandOutput>> {
  return context.state.write((tx) => {
    const before = findUsagePlan(context, input.usagePlanId);
    const { patchOperations } = input;
    const after = applyPatch(
      before,
      patchOperations,
      usagePlanRules(context),
      'updateUsagePlanInput',
      plainWords,
      otherUsagePlanRule,
    );
    refuseBadUsagePlan(context, after);
    tx.put('usagePlans', keyOf.usagePlan(context.scope, before.id), withQuotaSince(context, after));
    return usagePlanView(after);
  });
}
