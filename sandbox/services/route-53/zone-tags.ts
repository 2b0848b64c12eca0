import type { Context } from '../../context';
import type { StoredZone } from '../../model';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { invalidInput } from './refusals';
import { findZone } from './zone';

const resourceTypes = ['healthcheck', 'hostedzone'];

/** The zone a tag call means. Unlike others these calls take the bare id only (facts 9.2). */
export function findTaggedZone(context: Context, resourceType: string | undefined, resourceId = ''): StoredZone {
  const violations: string[] = [];
  if (!resourceTypes.includes(resourceType ?? '')) {
    violations.push(
      violation(resourceType, 'resourceType', `Member must satisfy enum value set: [${resourceTypes.join(', ')}]`),
    );
  }
  if (resourceId.length > 32)
    violations.push(violation(resourceId, 'resourceId', 'Member must have length less than or equal to 32'));
  if (violations.length > 0) throw invalidInput(validationFailure(violations).message);
  if (resourceType === 'healthcheck')
    throw new Failure('NoSuchHealthCheck', `No health check found with ID: ${resourceId}`, 404);
  return findZone(context, resourceId);
}
