import type { NormalizedSchema } from '@smithy/core/schema';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Some shapes hold themselves; no request needs more. */
const deepest = 200;

/**
 * What is wrong with the kinds of values in a JSON body, in the words of AWS's own reader (facts 07, 7.2); `undefined` when
 * all fit. Members that are null count as absent, those that the model doesn't know are passed over.
 * @param named whether members go by the names of the `jsonName` trait (restJson1)
 */
export function misfitOf(schema: NormalizedSchema, value: unknown, named: boolean, depth = 0): string | undefined {
  if (depth > deepest) return 'Nested too deeply';
  if (schema.isDocumentSchema()) return undefined;
  if (schema.isStructSchema())
    return isMap(value) ? misfitOfMembers(schema, value, named, depth) : misplaced(value, 'map');
  if (schema.isMapSchema())
    return isMap(value) ? misfitOfAll(schema, Object.values(value), named, depth) : misplaced(value, 'map');
  if (schema.isListSchema())
    return Array.isArray(value) ? misfitOfAll(schema, value, named, depth) : misplaced(value, 'list');
  if (typeof value === 'object') return misplaced(value, 'scalar');
  if (schema.isNumericSchema()) return typeof value === 'number' ? undefined : unconvertible(value, 'Number');
  if (schema.isBooleanSchema()) return typeof value === 'boolean' ? undefined : unconvertible(value, 'Boolean');
  if (schema.isTimestampSchema()) return typeof value === 'boolean' ? unconvertible(value, 'Date') : undefined;
  if (typeof value !== 'string') return unconvertible(value, 'String');
  return schema.isBlobSchema() && !base64.test(value) ? 'Invalid base64 in a blob' : undefined;
}

function misfitOfMembers(
  schema: NormalizedSchema,
  value: Record<string, unknown>,
  named: boolean,
  depth: number,
): string | undefined {
  for (const [member, memberSchema] of schema.structIterator()) {
    const name = (named ? memberSchema.getMergedTraits().jsonName : undefined) ?? member;
    const found = Object.hasOwn(value, name) ? value[name] : undefined;
    const misfit = found === undefined || found === null ? undefined : misfitOf(memberSchema, found, named, depth + 1);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function misfitOfAll(schema: NormalizedSchema, values: unknown[], named: boolean, depth: number): string | undefined {
  for (const value of values) {
    const misfit = misfitOf(schema.getValueSchema(), value, named, depth + 1);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misplaced(value: unknown, wanted: 'map' | 'list' | 'scalar'): string {
  if (value === null) return 'Unexpected null value';
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  return wanted === 'list' ? 'Expected list or null' : 'Expected map or null';
}

/** The names of Java's classes, as AWS prints them. */
const javaClasses: Record<string, string> = {
  boolean: 'java.lang.Boolean',
  number: 'com.amazon.coral.value.json.numbers.TruncatingBigNumber',
  string: 'java.lang.String',
};

function unconvertible(value: unknown, wanted: string): string {
  return `class ${javaClasses[typeof value]} can not be converted to an ${wanted}`;
}
