import * as sdk from '@aws-sdk/client-sts';
import { awsQuery, queryOf } from '../../protocol/aws-query';
import { Failure } from '../../protocol/failure';
import { operationShapes } from '../../protocol/operation-shape';
import { scopeOf } from '../../scope';
import type { Service } from '../../service';
import { quota } from '../../throttle';
import { assumeRole } from './assume-role';
import { getCallerIdentity } from './get-caller-identity';

const shapes = operationShapes(sdk);

export const sts: Service = {
  name: 'sts',
  protocol: awsQuery(shapes, 'https://sts.amazonaws.com/doc/2011-06-15/'),
  shapes,
  behaviours: { AssumeRole: assumeRole, GetCallerIdentity: getCallerIdentity },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 600 a second of an account in a region.
  quotas: { total: quota(600, 1000), operations: {} },
  scopeOf,
  refusals: {
    throttled: () => new Failure('Throttling', 'Rate exceeded'),
    signature: (problem) =>
      problem.problem === 'missing'
        ? new Failure('MissingAuthenticationToken', 'Request is missing Authentication Token', 403)
        : problem.problem === 'mismatch'
          ? new Failure('SignatureDoesNotMatch', problem.message, 403)
          : new Failure('IncompleteSignature', problem.message),
    unknown: (request) => {
      const action = queryOf(request).get('Action');
      const version = queryOf(request).get('Version') ?? 'NO_VERSION_SPECIFIED';
      return action === null
        ? new Failure('MissingAction', 'Missing Action')
        : new Failure('InvalidAction', `Could not find operation ${action} for version ${version}`);
    },
    missing: (_shape, members) => new Failure('ValidationError', `The request lacks ${members.join(', ')}`),
  },
};
