import type { UpdateModelCommandInput, UpdateModelCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredModel } from '../../model';
import { keyOf } from '../../scope';
import { findModel } from './find';
import { refuseBadSchema } from './model-checks';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, textRule } from './patch-rules';
import { listedWords } from './patch-words';

const rules: PatchRules<StoredModel> = {
  '/description': clearableRule('description'),
  '/schema': textRule('schema'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateModel.html */
export function updateModel(
  context: Context,
  input: UpdateModelCommandInput,
): Promise<Answer<UpdateModelCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findModel(context, restApiId, input.modelName);
    const words = listedWords(Object.keys(rules));
    const after = applyPatch(before, input.patchOperations, rules, 'updateModelInput', words);
    refuseBadSchema(after.schema, after.contentType);
    tx.put('models', keyOf.model(context.scope, restApiId, before.name), after);
    return after;
  });
}
