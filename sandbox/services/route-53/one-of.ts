import { validationFailure, violation } from '../../protocol/failure';
import { invalidInput } from './refusals';

/** A value of path or query that must be one of some; throws InvalidInput as AWS's framework says it. */
export function oneOf<T extends string>(allowed: readonly T[], value: string | undefined, path: string): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const constraint = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
  throw invalidInput(validationFailure([violation(value, path, constraint)]).message);
}
