import { isDeepStrictEqual } from 'node:util';

/** JSON Schema, draft 4, as models have it. */
export type Schema = Record<string, unknown>;

type Check = (value: unknown, keyword: unknown, schema: Schema, root: Schema) => string[];

/** What of a value a schema doesn't allow, in the words of the validator that API Gateway uses. Empty: all is well. */
export function checkSchema(schema: Schema, value: unknown, root: Schema = schema): string[] {
  if (typeof schema.$ref === 'string') {
    const target = resolve(root, schema.$ref);
    return target ? checkSchema(target, value, root) : [`the schema has no ${schema.$ref}`];
  }
  return Object.entries(schema).flatMap(([keyword, setting]) =>
    Object.hasOwn(checks, keyword) ? (checks[keyword]?.(value, setting, schema, root) ?? []) : [],
  );
}

const checks: Record<string, Check> = {
  type: (value, types) => {
    const allowed = [types].flat().map(String);
    const found = typeOf(value);
    if (allowed.includes(found) || (found === 'integer' && allowed.includes('number'))) return [];
    const list = allowed.map((type) => `"${type}"`).join(',');
    return [`instance type (${found}) does not match any allowed primitive type (allowed: [${list}])`];
  },
  enum: (value, values) =>
    asList(values).some((each) => isDeepStrictEqual(each, value))
      ? []
      : [`instance value (${JSON.stringify(value)}) not found in enum (possible values: ${JSON.stringify(values)})`],
  required: (value, names) => {
    const missing = isObject(value) ? asList(names).filter((name) => !Object.hasOwn(value, String(name))) : [];
    return missing.length > 0 ? [`object has missing required properties (${JSON.stringify(missing.toSorted())})`] : [];
  },
  properties: (value, properties, _schema, root) =>
    Object.entries(asSchema(properties)).flatMap(([name, schema]) =>
      isObject(value) && Object.hasOwn(value, name) ? checkSchema(asSchema(schema), value[name], root) : [],
    ),
  patternProperties: (value, patterns, _schema, root) =>
    Object.entries(asSchema(patterns)).flatMap(([pattern, schema]) =>
      Object.entries(isObject(value) ? value : {})
        .filter(([name]) => matches(pattern, name))
        .flatMap(([, each]) => checkSchema(asSchema(schema), each, root)),
    ),
  additionalProperties: (value, additional, schema, root) => {
    if (!isObject(value) || additional === true) return [];
    const patterns = Object.keys(asSchema(schema.patternProperties));
    const extra = Object.keys(value).filter(
      (name) =>
        !Object.hasOwn(asSchema(schema.properties), name) && !patterns.some((pattern) => matches(pattern, name)),
    );
    if (additional !== false) return extra.flatMap((name) => checkSchema(asSchema(additional), value[name], root));
    if (extra.length === 0) return [];
    return [`object instance has properties which are not allowed by the schema: ${JSON.stringify(extra.toSorted())}`];
  },
  items: (value, items, schema, root) =>
    asArray(value).flatMap((item, index) => {
      const own = Array.isArray(items) ? (items[index] ?? schema.additionalItems ?? {}) : items;
      return own === false
        ? ['array has more elements than the schema allows']
        : checkSchema(asSchema(own), item, root);
    }),
  allOf: (value, schemas, _schema, root) => asList(schemas).flatMap((each) => checkSchema(asSchema(each), value, root)),
  anyOf: (value, schemas, _schema, root) =>
    fitting(value, schemas, root) > 0 ? [] : ['instance failed to match at least one required schema'],
  oneOf: (value, schemas, _schema, root) =>
    fitting(value, schemas, root) === 1 ? [] : ['instance failed to match exactly one schema'],
  not: (value, schema, _schema, root) =>
    checkSchema(asSchema(schema), value, root).length > 0 ? [] : ['instance matched a schema which it should not have'],
  minLength: (value, least) =>
    typeof value === 'string' && [...value].length < Number(least) ? [`string "${value}" is too short`] : [],
  maxLength: (value, most) =>
    typeof value === 'string' && [...value].length > Number(most) ? [`string "${value}" is too long`] : [],
  pattern: (value, pattern) =>
    typeof value === 'string' && !matches(String(pattern), value)
      ? [`ECMA 262 regex "${String(pattern)}" does not match input string "${value}"`]
      : [],
  minimum: (value, least, { exclusiveMinimum }) =>
    typeof value === 'number' && (value < Number(least) || (exclusiveMinimum === true && value === least))
      ? [`numeric instance is lower than the required minimum (minimum: ${least}, found: ${value})`]
      : [],
  maximum: (value, most, { exclusiveMaximum }) =>
    typeof value === 'number' && (value > Number(most) || (exclusiveMaximum === true && value === most))
      ? [`numeric instance is greater than the required maximum (maximum: ${most}, found: ${value})`]
      : [],
  multipleOf: (value, divisor) =>
    typeof value === 'number' && !Number.isInteger(value / Number(divisor))
      ? [`${value} is no multiple of ${divisor}`]
      : [],
  minItems: (value, least) =>
    asArray(value).length < Number(least) && Array.isArray(value) ? ['array is too short'] : [],
  maxItems: (value, most) => (asArray(value).length > Number(most) ? ['array is too long'] : []),
  uniqueItems: (value, wanted) => {
    const items = asArray(value).map((item) => JSON.stringify(item));
    return wanted === true && new Set(items).size < items.length ? ['array must not contain duplicate elements'] : [];
  },
  minProperties: (value, least) =>
    isObject(value) && Object.keys(value).length < Number(least) ? ['object has too few properties'] : [],
  maxProperties: (value, most) =>
    isObject(value) && Object.keys(value).length > Number(most) ? ['object has too many properties'] : [],
};

function resolve(root: Schema, pointer: string): Schema | undefined {
  const steps = pointer.replace(/^#\/?/, '').split('/');
  let target: unknown = root;
  for (const step of steps.filter((each) => each !== '')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    target =
      (isObject(target) || Array.isArray(target)) && Object.hasOwn(target, key) ? (target as Schema)[key] : undefined;
  }
  return isObject(target) ? target : undefined;
}

function fitting(value: unknown, schemas: unknown, root: Schema): number {
  return asList(schemas).filter((each) => checkSchema(asSchema(each), value, root).length === 0).length;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  return isObject(value) ? value : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const asArray = asList;

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}
