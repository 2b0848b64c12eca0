import { violation } from '../../protocol/failure';

/** What the framework says of a token that is none (facts 1.5). */
export function tokenViolations(token: string): string[] {
  const refuse = (constraint: string) => violation(token, 'idempotencyToken', constraint);
  return [
    ...(/^\w+$/.test(token) ? [] : [refuse(String.raw`Member must satisfy regular expression pattern: \w+`)]),
    ...(token.length > 32 ? [refuse('Member must have length less than or equal to 32')] : []),
  ];
}
