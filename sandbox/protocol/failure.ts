/** A refusal in AWS's terms; the protocol of the service decides how it looks on the wire. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The framework's refusal: several violations are reported at once (facts 07, 7.3). */
export function validationFailure(violations: string[]): Failure {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return new Failure('ValidationException', `${count} detected: ${violations.join('; ')}`);
}

/** One violation: `Value '<value>' at '<path>' failed to satisfy constraint: <constraint>`. */
export function violation(value: unknown, path: string, constraint: string): string {
  const printed = value === undefined || value === null ? 'null' : `'${String(value)}'`;
  return `Value ${printed} at '${path}' failed to satisfy constraint: ${constraint}`;
}
