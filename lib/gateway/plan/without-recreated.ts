import { canonicalJson, parseJson } from '@/lib/gateway/canonicalise/json-text';
import type { Method, Model, Resource, Snapshot } from '@/lib/gateway/model';
import { withoutReferences } from '@/lib/gateway/model-references';
import { entryOf, sortedRecord } from '@/lib/gateway/records';

/**
 * AWS can't change the content type of a model: it has to be made anew, and deletes no model that anything refers to. So the way
 * leads over a gateway without these models and without what refers to them. Null when there are none.
 */
export function withoutRecreated(from: Snapshot, to: Snapshot): Snapshot | null {
  const names = new Set(
    Object.keys(to.models).filter((name) => {
      const before = entryOf(from.models, name);
      return before !== null && before.contentType !== to.models[name]?.contentType;
    }),
  );
  if (names.size === 0) return null;
  const models = Object.entries(to.models).filter(([name]) => !names.has(name));
  return {
    ...to,
    models: Object.fromEntries(models.map(([name, model]) => [name, withoutRefs(model, names)])),
    resources: sortedRecord(to.resources, (resource) => withoutModels(resource, names)),
  };
}

function withoutRefs(model: Model, names: ReadonlySet<string>): Model {
  const parsed = parseJson(model.schema ?? '');
  if (parsed === undefined) return model;
  return { ...model, schema: canonicalJson(JSON.stringify(withoutReferences(parsed, names))) };
}

function withoutModels({ methods }: Resource, names: ReadonlySet<string>): Resource {
  const without = (models: Record<string, string>) =>
    Object.fromEntries(Object.entries(models).filter(([, name]) => !names.has(name)));
  const convert = (method: Method): Method => ({
    ...method,
    requestModels: without(method.requestModels),
    responses: sortedRecord(method.responses, (response) => ({ ...response, models: without(response.models) })),
  });
  return { methods: sortedRecord(methods as Record<string, Method>, convert) };
}
