import type { StoredModel } from '../../model';
import { randomId } from './random-id';

const draft = 'http://json-schema.org/draft-04/schema#';

/** The models that every new API has (facts 4.3). */
export function defaultModels(): StoredModel[] {
  return [
    defaultModel('Empty', 'This is a default empty schema model', {}),
    defaultModel('Error', 'This is a default error schema model', {
      properties: { message: { type: 'string' } },
    }),
  ];
}

function defaultModel(name: string, description: string, more: object): StoredModel {
  const schema = { $schema: draft, title: `${name} Schema`, type: 'object', ...more };
  return {
    id: randomId(6),
    name,
    description,
    contentType: 'application/json',
    schema: JSON.stringify(schema, null, 2),
  };
}
