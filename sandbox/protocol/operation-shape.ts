import { NormalizedSchema } from '@smithy/core/schema';

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

/** One operation of AWS's own model, as the SDK package exports it. */
export interface OperationShape {
  name: string;
  input: NormalizedSchema;
  output: NormalizedSchema;
  /** Only for the REST protocols. */
  http?: { method: string; uri: string; status: number };
}

const operationTag = 9;

/** Reads all operations out of an SDK package's exports. */
export function operationShapes(exports: object): Map<string, OperationShape> {
  const shapes = new Map<string, OperationShape>();
  for (const exported of Object.values(exports) as unknown[]) {
    if (!Array.isArray(exported) || exported[0] !== operationTag) continue;
    const [, , name, traits, input, output] = exported as [9, string, string, unknown, SchemaRef, SchemaRef];
    shapes.set(name, { name, input: NormalizedSchema.of(input), output: NormalizedSchema.of(output), ...http(traits) });
  }
  return shapes;
}

function http(traits: unknown): Pick<OperationShape, 'http'> {
  const trait = (traits as { http?: [string, string, number] } | undefined)?.http;
  if (!trait) return {};
  const [method, uri, status] = trait;
  return { http: { method, uri, status } };
}

/**
 * Paths of the required members that a decoded value lacks, at any depth, as AWS's framework prints them:
 * `Tags.1.member.Key`, lists counted from 1.
 */
export function missingMembers(schema: NormalizedSchema, value: unknown, path = ''): string[] {
  if (value === undefined || value === null) return [];
  if (schema.isListSchema() && Array.isArray(value))
    return value.flatMap((each, index) => missingMembers(schema.getValueSchema(), each, `${path}.${index + 1}.member`));
  if (schema.isMapSchema())
    return Object.entries(value).flatMap(([key, each]) =>
      missingMembers(schema.getValueSchema(), each, `${path}.${key}.member`),
    );
  if (!schema.isStructSchema()) return [];
  const members = value as Record<string, unknown>;
  const place = (name: string) => (path === '' ? name : `${path}.${name}`);
  return [
    ...requiredMembers(schema)
      .filter((name) => members[name] === undefined)
      .map(place),
    ...[...schema.structIterator()].flatMap(([name, member]) => missingMembers(member, members[name], place(name))),
  ];
}

/**
 * Members of a structure that must be there. A static structure schema lists the required ones first and ends with their
 * number.
 */
export function requiredMembers(structure: NormalizedSchema): string[] {
  const schema: unknown = structure.getSchema();
  if (!Array.isArray(schema)) return [];
  const [, , , , names, , count] = schema as [number, string, string, unknown, string[], unknown, number?];
  return names.slice(0, count ?? 0);
}
