import { validationFailure, violation } from '../../protocol/failure';
import { invalidInput } from './refusals';

/** A page size within Route 53's bounds: more than `max` means `max`, as AWS does. */
export function pageSize(maxItems: number | undefined, max: number, usual = 100): number {
  if (maxItems === undefined) return usual;
  if (!Number.isInteger(maxItems) || maxItems < 1) {
    throw invalidInput(
      validationFailure([violation(maxItems, 'maxItems', 'Member must have value greater than or equal to 1')]).message,
    );
  }
  return Math.min(maxItems, max);
}
