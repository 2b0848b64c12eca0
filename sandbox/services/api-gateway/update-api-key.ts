import type { UpdateApiKeyCommandInput, UpdateApiKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { apiKeyView, getApiKey } from './get-api-key';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, flagRule } from './patch-rules';
import { listedWords } from './patch-words';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html */
export function updateApiKey(
  context: Context,
  input: UpdateApiKeyCommandInput,
): Promise<Answer<UpdateApiKeyCommandOutput>> {
  return context.state.write((tx) => {
    const before = getApiKey(context, { apiKey: input.apiKey, includeValue: true }) as Collections['apiKeys'];
    const patched = applyPatch(
      before,
      input.patchOperations,
      rules,
      'updateApiKeyInput',
      listedWords(Object.keys(rules)),
    );
    const after = { ...patched, lastUpdatedDate: new Date(context.now) };
    tx.put('apiKeys', keyOf.apiKey(context.scope, before.id), after);
    return apiKeyView(after);
  });
}

/** In the order in which AWS prints them. */
const rules: PatchRules<Collections['apiKeys']> = {
  '/description': clearableRule('description'),
  '/enabled': flagRule('enabled'),
  '/name': clearableRule('name'),
  '/customerId': clearableRule('customerId'),
};
