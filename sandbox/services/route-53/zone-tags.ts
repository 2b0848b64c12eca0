import type { Context } from '../../context';
import type { StoredZone } from '../../model';
import { validationFailure, violation } from '../../protocol/failure';
import { taggedTypes } from './facets';
import { invalidInput, noSuchHealthCheck } from './refusals';
import { findZone } from './zone';

/** The zone a tag call means. Unlike others these calls take the bare id only (facts 9.2). */
export function findTaggedZone(context: Context, resourceType: string | undefined, resourceId = ''): StoredZone {
  const violations: string[] = [];
  if (!taggedTypes.includes(resourceType ?? '')) {
    violations.push(
      violation(resourceType, 'resourceType', `Member must satisfy enum value set: [${taggedTypes.join(', ')}]`),
    );
  }
  if (resourceId.length > 32)
    violations.push(violation(resourceId, 'resourceId', 'Member must have length less than or equal to 32'));
  if (violations.length > 0) throw invalidInput(validationFailure(violations).message);
  if (resourceType === 'healthcheck') throw noSuchHealthCheck(resourceId);
  return findZone(context, resourceId);
}
