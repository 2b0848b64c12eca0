import * as sdk from '@aws-sdk/client-api-gateway';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { operationShapes } from '../../protocol/operation-shape';
import { restJson } from '../../protocol/rest-json';
import { scopeOf } from '../../scope';
import type { Service } from '../../service';
import { behaviours } from './behaviours';
import { quotas } from './quotas';

const shapes = operationShapes(sdk);

export const apiGateway: Service = {
  name: 'apigateway',
  protocol: restJson(shapes),
  shapes,
  behaviours,
  quotas,
  scopeOf,
  refusals: {
    throttled: () => new Failure('TooManyRequestsException', 'Too Many Requests', 429),
    signature: (problem) =>
      problem.problem === 'missing'
        ? new Failure('MissingAuthenticationTokenException', 'Missing Authentication Token', 403)
        : new Failure(
            problem.problem === 'mismatch' ? 'InvalidSignatureException' : 'IncompleteSignatureException',
            problem.message,
            403,
          ),
    missing: ({ input, name }, members) => {
      const inputName = `${name.charAt(0).toLowerCase()}${name.slice(1)}Input`;
      return validationFailure(
        members.map((member) => {
          const [first = ''] = member.split('.');
          const inUri = input.getMemberSchema(first).getMergedTraits().httpLabel;
          return violation(null, inUri ? member : `${inputName}.${member}`, 'Member must not be null');
        }),
      );
    },
  },
};
