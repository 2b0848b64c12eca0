import type { Model, Snapshot } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { sameValue } from '@/lib/gateway/same-value';
import { isJson, type Json, parseJson } from '../json';
import { extension } from '../words';
import { entriesOf, get, isThere, type Node, problem, type Reading, textOf, warn } from './reading';

export interface Models {
  all: Snapshot['models'];
  /** The name of the model that a schema is or refers to; null when API Gateway has no use for it. */
  nameOf(schema: Node, wanted: string): string | null;
}

/** Models of the document. Schemas that stand within an operation become models of their own, as AWS makes them on import. */
export function readModels(reading: Reading, base: Snapshot['models']): Models {
  const { root, isSwagger } = reading;
  const place = isSwagger ? get(root, 'definitions') : get(root, 'components', 'schemas');
  const all: Snapshot['models'] = {};
  const names = new Map<string, string>();
  for (const [name, node] of entriesOf(reading, place)) {
    const plain = plainName(name);
    if (plain === '' || [...names.values()].includes(plain)) {
      problem(reading, node, 'Names of models are letters and digits, each once.');
      continue;
    }
    if (plain !== name) warn(reading, node, `Names of models are letters and digits: it becomes ${plain}.`);
    names.set(name, plain);
  }
  for (const [name, node] of entriesOf(reading, place)) {
    const plain = names.get(name);
    if (plain !== undefined) all[plain] = readModel(reading, node, plain, names, base);
  }
  return {
    all,
    nameOf(schema, wanted) {
      if (!isThere(schema)) return null;
      const reference = isJson(schema.value) ? schema.value.$ref : undefined;
      if (typeof reference === 'string') return referred(reading, schema, reference, names);
      if (!isJson(schema.value) || Object.keys(schema.value).length === 0) return null;
      const name = freeName(nameFor(wanted), all);
      all[name] = readModel(reading, schema, name, names, {});
      return name;
    },
  };
}

const plainName = (name: string) => name.replaceAll(/[^A-Za-z0-9]/g, '');

/** `GET /orders/{id} 200` -> `GetOrdersId200`. */
function nameFor(title: string): string {
  const words = title.split(/[^A-Za-z0-9]+/).map((word) => (/^[A-Z]+$/.test(word) ? word.toLowerCase() : word));
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function freeName(name: string, taken: object, count = 1): string {
  const candidate = count === 1 ? name : `${name}${count}`;
  return Object.hasOwn(taken, candidate) ? freeName(name, taken, count + 1) : candidate;
}

const referencePattern = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/;

function referred(reading: Reading, node: Node, reference: string, names: ReadonlyMap<string, string>): string | null {
  const name = names.get(referencePattern.exec(reference)?.[1] ?? '');
  if (name === undefined) problem(reading, node, `${reference} is no model of the document.`);
  return name ?? null;
}

function readModel(
  reading: Reading,
  node: Node,
  name: string,
  names: ReadonlyMap<string, string>,
  base: Snapshot['models'],
): Model {
  warnOfSchema(reading, node);
  const noted = get(reading.root, extension.gatehouse, 'models', name);
  const written = withOwnReferences(node.value, names);
  const before = reading.isOurs ? null : entryOf(base, name);
  if (before && sameValue(exported(before), written)) return before;
  const description = textOf(reading, get(noted, 'description')) ?? descriptionOf(written);
  return {
    contentType: textOf(reading, get(noted, 'contentType')) ?? before?.contentType ?? 'application/json',
    description,
    schema: isThere(get(noted, 'schema'))
      ? textOf(reading, get(noted, 'schema', 'text'))
      : JSON.stringify(isThere(get(noted, 'description')) ? withoutDescription(written, description) : written),
  };
}

/** What AWS's export makes of a model: without `$schema`, with the model's own description where the schema has none. */
function exported({ schema, description }: Model): unknown {
  const parsed = parseJson(schema);
  if (!isJson(parsed)) return undefined;
  const { $schema: _draft, ...own } = parsed;
  return description === null || own.description !== undefined ? own : { ...own, description };
}

const descriptionOf = (schema: unknown): string | null =>
  isJson(schema) && typeof schema.description === 'string' ? schema.description : null;

function withoutDescription(schema: unknown, added: string | null): unknown {
  if (!isJson(schema) || schema.description !== added) return schema;
  const { description: _added, ...own } = schema;
  return own;
}

/** References as snapshots have them, whatever the document's version calls them. */
function withOwnReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withOwnReferences(item, names));
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    if (key !== '$ref' || typeof inner !== 'string') return [key, withOwnReferences(inner, names)];
    const name = referencePattern.exec(inner)?.[1];
    return [key, name === undefined ? inner : `#/components/schemas/${names.get(name) ?? name}`];
  });
  return Object.fromEntries(entries) satisfies Json;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
const ignored = ['discriminator', 'example', 'exclusiveMinimum', 'nullable', 'readOnly', 'default', 'xml'];

function warnOfSchema(reading: Reading, node: Node, inProperties = false): void {
  for (const [key, value] of Object.entries(node.value ?? {})) {
    const inner = { value, path: [...node.path, key] };
    const isKeyword = isJson(node.value) && !inProperties;
    if (isKeyword && ignored.includes(key)) warn(reading, inner, `API Gateway ignores ${key} in models.`);
    if (isKeyword && key === '$ref' && typeof value === 'string' && !value.startsWith('#'))
      warn(reading, inner, 'API Gateway does not follow references to other documents.');
    if (typeof value === 'object') warnOfSchema(reading, inner, isKeyword && key === 'properties');
  }
}
