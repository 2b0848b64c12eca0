import type { Method, UpdateMethodCommandInput, UpdateMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { checkedMethod } from './method-checks';
import { findMethod, putMethodIn } from './methods';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, entryRule, flagRule, mapRule, missingEntry, textRule } from './patch-rules';

const rules: PatchRules<Method> = {
  '/authorizationType': textRule('authorizationType'),
  '/authorizerId': clearableRule('authorizerId'),
  '/authorizationScopes': entryRule('authorizationScopes'),
  '/authorizationScopes/{key}': entryRule('authorizationScopes'),
  '/apiKeyRequired': flagRule('apiKeyRequired'),
  '/operationName': clearableRule('operationName'),
  '/requestParameters/{key}': mapRule('requestParameters', missingEntry.parameter, (text) => text === 'true'),
  '/requestModels/{key}': mapRule('requestModels', missingEntry.contentType),
  '/requestValidatorId': clearableRule('requestValidatorId'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethod.html */
export function updateMethod(
  context: Context,
  input: UpdateMethodCommandInput,
): Promise<Answer<UpdateMethodCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method } = findMethod(context, input);
    const patched = applyPatch(method, input.patchOperations, rules, 'updateMethodInput');
    const updated = checkedMethod(context, input.restApiId ?? '', patched);
    putMethodIn(context, tx, input, resource, updated);
    return updated;
  });
}
