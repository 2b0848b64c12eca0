import { validationFailure, violation } from '../../protocol/failure';

const pattern = String.raw`[1-5]\d\d`;

export function refuseBadStatusCode(statusCode: string | undefined): void {
  if (new RegExp(`^${pattern}$`).test(statusCode ?? '')) return;
  throw validationFailure([
    violation(statusCode, 'statusCode', `Member must satisfy regular expression pattern: ${pattern}`),
  ]);
}
