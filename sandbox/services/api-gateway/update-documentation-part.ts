import type {
  UpdateDocumentationPartCommandInput,
  UpdateDocumentationPartCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredDocumentationPart } from '../../model';
import { keyOf } from '../../scope';
import { checkedProperties } from './documentation/checked-properties';
import { findDocumentationPart } from './find';
import { applyPatch, type PatchRules } from './patch';
import { listedWords } from './patch-words';

const rules: PatchRules<StoredDocumentationPart> = {
  '/properties': {
    ops: ['replace'],
    apply: (part, value) => ({ ...part, properties: checkedProperties(value) }),
  },
};
const words = listedWords(Object.keys(rules));

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationPart.html */
export function updateDocumentationPart(
  context: Context,
  input: UpdateDocumentationPartCommandInput,
): Promise<Answer<UpdateDocumentationPartCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findDocumentationPart(context, restApiId, input.documentationPartId);
    const after = applyPatch(before, input.patchOperations, rules, 'updateDocumentationPartInput', words);
    tx.put('documentationParts', keyOf.documentationPart(context.scope, restApiId, before.id), after);
    return after;
  });
}
