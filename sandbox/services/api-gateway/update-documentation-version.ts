import type {
  UpdateDocumentationVersionCommandInput,
  UpdateDocumentationVersionCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredDocumentationVersion } from '../../model';
import { keyOf } from '../../scope';
import { findDocumentationVersion } from './find';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule } from './patch-rules';
import { listedWords } from './patch-words';

const rules: PatchRules<StoredDocumentationVersion['version']> = { '/description': clearableRule('description') };
const words = listedWords(Object.keys(rules));

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationVersion.html: its parts never change. */
export function updateDocumentationVersion(
  context: Context,
  input: UpdateDocumentationVersionCommandInput,
): Promise<Answer<UpdateDocumentationVersionCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const stored = findDocumentationVersion(context, restApiId, input.documentationVersion);
    const version = applyPatch(stored.version, input.patchOperations, rules, 'updateDocumentationVersionInput', words);
    const key = keyOf.documentationVersion(context.scope, restApiId, version.version);
    tx.put('documentationVersions', key, { ...stored, version });
    return version;
  });
}
