import { parseJson } from '@/lib/gateway/canonicalise/json-text';
import { referencedModels } from '@/lib/gateway/model-references';
import type { Finding } from './finding';
import { finding, type Rule } from './rule';

const rule = 'invalid-model';

export const models: Rule = ({ snapshot }) =>
  Object.entries(snapshot.models).flatMap(([name, { schema, contentType }]): Finding[] => {
    const subject = { kind: 'model', name } as const;
    if (!/^[A-Za-z0-9]+$/.test(name)) {
      return [finding(rule, 'error', subject, 'names of models have letters and digits only.', 'Choose another name.')];
    }
    if (schema === null)
      return [finding(rule, 'error', subject, 'it has no schema.', 'Write one, at least {"type":"object"}.')];
    if (contentType.includes('json') && !isObject(parseJson(schema))) {
      return [finding(rule, 'error', subject, 'its schema is no JSON object.', 'Look for a missing comma or brace.')];
    }
    return referencedModels(schema)
      .filter((other) => !Object.hasOwn(snapshot.models, other))
      .map((other) =>
        finding(rule, 'error', subject, `it refers to the model ${other}, which is not there.`, `Add ${other} first.`),
      );
  });

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
