import { validationFailure, violation } from '../../protocol/failure';

const pattern = String.raw`[1-5]\d\d`;

export function isStatusCode(text: string): boolean {
  return new RegExp(`^${pattern}$`).test(text);
}

/** @param path of the member as the framework prints it */
export function refuseBadStatusCode(statusCode: string | undefined, path = 'statusCode'): void {
  if (isStatusCode(statusCode ?? '')) return;
  throw validationFailure([violation(statusCode, path, `Member must satisfy regular expression pattern: ${pattern}`)]);
}
