import { z } from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());

const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'ForAllValues:StringEquals',
  'ForAllValues:StringLike',
  'Null',
] as const;

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.partialRecord(z.enum(operators), z.record(z.string(), oneOrMore)).optional(),
});

/** An identity policy of IAM, as much of its grammar as the sandbox judges by; what it doesn't know it refuses to take. */
export const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.union([statement, z.array(statement)]).transform((value) => [value].flat()),
});

export type Policy = z.output<typeof policySchema>;

/** One permission that a request needs. */
export interface Wanted {
  /** `acm:DescribeCertificate` */
  action: string;
  resource: string;
  /** Values of IAM's condition keys, as far as the request has them. */
  keys?: Record<string, string[]>;
}

export type Verdict = 'allowed' | 'not-allowed' | 'denied';

/** IAM's rule: an explicit denial wins, and what no statement allows is refused. */
export function judge(policy: Policy, wanted: Wanted): Verdict {
  const fitting = policy.Statement.filter((each) => fits(each, wanted));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return fitting.length > 0 ? 'allowed' : 'not-allowed';
}

function fits(
  { Action, Resource, Condition = {} }: Policy['Statement'][number],
  { action, resource, keys = {} }: Wanted,
) {
  return (
    Action.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    Resource.some((pattern) => like(pattern, resource)) &&
    Object.entries(Condition).every(([operator, wants]) =>
      Object.entries(wants).every(([key, values]) =>
        holds(operator as (typeof operators)[number], values, keys[key] ?? []),
      ),
    )
  );
}

/** A key that the request doesn't have meets `ForAllValues` and the negated operators, and no other. */
function holds(operator: (typeof operators)[number], wanted: string[], has: string[]): boolean {
  const equal = (value: string) => wanted.includes(value);
  const alike = (value: string) => wanted.some((pattern) => like(pattern, value));
  switch (operator) {
    case 'StringEquals':
      return has.some(equal);
    case 'StringNotEquals':
      return !has.some(equal);
    case 'StringLike':
      return has.some(alike);
    case 'ForAllValues:StringEquals':
      return has.every(equal);
    case 'ForAllValues:StringLike':
      return has.every(alike);
    case 'Null':
      return wanted.includes(String(has.length === 0));
  }
}

/** `*` stands for any characters, slashes too, and `?` for one. */
function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
