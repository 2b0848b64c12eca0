import type { NormalizedSchema } from '@smithy/core/schema';

/** The enumerations of a service, which the SDK's own schemas leave out. */
export interface ServiceEnums {
  /** By name: the values as AWS prints them, `BUFFERED, STREAM`. */
  enums: Record<string, string>;
  /** Structure -> member -> name of its enumeration; of a list that of its elements. */
  members: Record<string, Record<string, string>>;
}

/** What the framework has against one member of an input. */
export interface Violation {
  /** `patchOperations.1.member.op`, lists counted from 1. */
  path: string;
  value: unknown;
  constraint: string;
}

/** Values in a decoded input that are none of their enumeration, at any depth, in the order of the schema (facts 7.3). */
export function enumViolations(
  service: ServiceEnums,
  schema: NormalizedSchema,
  value: unknown,
  path = '',
): Violation[] {
  if (value === undefined || value === null) return [];
  const below = (each: NormalizedSchema, one: unknown, name: string | number) =>
    enumViolations(service, each, one, `${path}.${name}.member`);
  if (schema.isListSchema() && Array.isArray(value))
    return value.flatMap((each, index) => below(schema.getValueSchema(), each, index + 1));
  if (schema.isMapSchema())
    return Object.entries(value).flatMap(([key, each]) => below(schema.getValueSchema(), each, key));
  if (!schema.isStructSchema()) return [];
  const members = value as Record<string, unknown>;
  const enumOf = service.members[schema.getName() ?? ''] ?? {};
  return [...schema.structIterator()].flatMap(([name, member]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const printed = Object.hasOwn(enumOf, name) ? service.enums[enumOf[name] ?? ''] : undefined;
    return printed === undefined
      ? enumViolations(service, member, members[name], place)
      : violationsOf(printed, members[name], place);
  });
}

function violationsOf(printed: string, value: unknown, path: string): Violation[] {
  if (value === undefined || value === null) return [];
  const known = printed.split(', ');
  const constraint = `Member must satisfy enum value set: [${printed}]`;
  if (!Array.isArray(value)) return known.includes(String(value)) ? [] : [{ path, value, constraint }];
  if (value.every((each) => known.includes(String(each)))) return [];
  return [{ path, value: `[${value.join(', ')}]`, constraint: `Member must satisfy constraint: [${constraint}]` }];
}
