import * as sdk from '@aws-sdk/client-api-gateway';
import enums from '../../protocol/enums.json';
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
  enums: enums.apigateway,
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
    missing: ({ input, name }, members, wrong) => {
      const inputName = `${name.charAt(0).toLowerCase()}${name.slice(1)}Input`;
      const place = (member: string) => {
        const [first = ''] = member.split('.');
        const { httpLabel, httpQuery } = input.getMemberSchema(first).getMergedTraits();
        return httpLabel || httpQuery ? member : `${inputName}.${member}`;
      };
      return validationFailure([
        ...members.map((member) => violation(null, place(member), 'Member must not be null')),
        ...wrong.map(({ path, value, constraint }) => violation(value, place(path), constraint)),
      ]);
    },
  },
};
