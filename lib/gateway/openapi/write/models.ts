import type { Model, Snapshot } from '@/lib/gateway/model';
import { isJson, type Json, parseJson, said } from '../json';

/** `components.schemas`, and apart from it what a schema can't say about its model. */
export function writeModels(models: Snapshot['models']): { schemas: Json; rest: Json } {
  const all = Object.entries(models).map(([name, model]) => ({ name, ...writeModel(model) }));
  return {
    schemas: Object.fromEntries(all.map(({ name, schema }) => [name, schema])),
    rest: said(Object.fromEntries(all.map(({ name, rest }) => [name, rest]))),
  };
}

function writeModel({ contentType, description, schema }: Model): { schema: Json; rest: Json } {
  const parsed = parseJson(schema);
  const own = isJson(parsed) ? parsed : {};
  return {
    // AWS writes the model's description into the schema, unless there is one.
    schema: description === null || own.description !== undefined ? own : { ...own, description },
    rest: said({
      contentType: contentType === 'application/json' ? null : contentType,
      description: (own.description ?? null) === description ? null : (description ?? ''),
      // Text that is no JSON object, such as an XML schema, or nothing at all.
      schema: isJson(parsed) ? null : { text: schema },
    }),
  };
}
