import type { Models } from './models';
import { entriesOf, get, isThere, type Node, type Reading, resolve, textsOf, warn } from './reading';

/** Models by content type. `wanted` is the name of one that has none. */
export function readRequestModels(
  reading: Reading,
  node: Node,
  parameters: Node[],
  wanted: string,
  models: Models,
): Record<string, string> {
  if (!reading.isSwagger)
    return readContent(reading, get(resolve(reading, get(node, 'requestBody')), 'content'), wanted, models);
  // Swagger has one body parameter, for all types that the operation consumes.
  const body = parameters.find((parameter) => get(parameter, 'in').value === 'body');
  return body ? ofAllTypes(reading, node, 'consumes', get(body, 'schema'), wanted, models) : {};
}

export function readResponseModels(
  reading: Reading,
  node: Node,
  response: Node,
  wanted: string,
  models: Models,
): Record<string, string> {
  if (!reading.isSwagger) return readContent(reading, get(response, 'content'), wanted, models);
  return ofAllTypes(reading, node, 'produces', get(response, 'schema'), wanted, models);
}

function readContent(reading: Reading, content: Node, wanted: string, models: Models): Record<string, string> {
  const found = entriesOf(reading, content).flatMap(([type, entry]) => {
    const name = modelOf(reading, get(entry, 'schema'), wanted, models);
    return name === null ? [] : [[type, name] as const];
  });
  return Object.fromEntries(found);
}

function ofAllTypes(
  reading: Reading,
  node: Node,
  key: 'consumes' | 'produces',
  schema: Node,
  wanted: string,
  models: Models,
): Record<string, string> {
  const name = modelOf(reading, schema, wanted, models);
  if (name === null) return {};
  const types = textsOf(reading, isThere(get(node, key)) ? get(node, key) : get(reading.root, key));
  return Object.fromEntries((types.length > 0 ? types : ['application/json']).map((type) => [type, name]));
}

function modelOf(reading: Reading, schema: Node, wanted: string, models: Models): string | null {
  const isPlain = ['string', 'number', 'integer', 'boolean'].includes(String(get(schema, 'type').value));
  if (isPlain) warn(reading, schema, 'API Gateway knows objects and lists as bodies; a plain type is left out.');
  return isPlain ? null : models.nameOf(schema, wanted);
}
