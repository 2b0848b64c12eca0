import * as sdk from '@aws-sdk/client-lambda';
import { Failure } from '../../protocol/failure';
import { operationShapes } from '../../protocol/operation-shape';
import { restJson } from '../../protocol/rest-json';
import { scopeOf } from '../../scope';
import type { Behaviour, Service } from '../../service';
import { type Quotas, quota } from '../../throttle';
import { addPermission } from './add-permission';
import { getFunction } from './get-function';
import { getFunctionConfiguration } from './get-function-configuration';
import { getPolicy } from './get-policy';
import { listFunctions } from './list-functions';
import { removePermission } from './remove-permission';

const shapes = operationShapes(sdk);

/** The others answer 501: functions are registered with the sandbox, not made through this API. */
const behaviours: Record<string, Behaviour> = {
  AddPermission: addPermission,
  GetFunction: getFunction,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetPolicy: getPolicy,
  ListFunctions: listFunctions,
  RemovePermission: removePermission,
};

const second = 1000;

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: all but GetFunction and GetPolicy share 15 a second. */
const quotas: Quotas = {
  operations: {
    AddPermission: quota(15, second),
    GetFunction: quota(100, second),
    GetFunctionConfiguration: quota(15, second),
    GetPolicy: quota(15, second),
    ListFunctions: quota(15, second),
    RemovePermission: quota(15, second),
  },
};

export const lambda: Service = {
  name: 'lambda',
  protocol: restJson(shapes),
  shapes,
  behaviours,
  quotas,
  scopeOf,
  refusals: {
    throttled: () => new Failure('TooManyRequestsException', 'Rate exceeded', 429),
    signature: (problem) =>
      problem.problem === 'missing'
        ? new Failure('MissingAuthenticationTokenException', 'Missing Authentication Token', 403)
        : new Failure(
            problem.problem === 'mismatch' ? 'InvalidSignatureException' : 'IncompleteSignatureException',
            problem.message,
            403,
          ),
    missing: (_shape, members) =>
      new Failure('InvalidParameterValueException', `The request lacks required parameters: ${members.join(', ')}`),
  },
};
