import type { Method } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import { keyOf } from '../../scope';
import { refuseBadMethodParameters } from './mapping-expression';
import { badRequest } from './refusals';
import { withoutEmpty } from './without-empty';

const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'];

/** A method as AWS would store it; refuses one that it wouldn't (facts 4.3). */
export function checkedMethod(context: Context, restApiId: string, method: Method): Method {
  const { authorizationType = '', requestValidatorId, requestModels, requestParameters } = method;
  if (!authorizationTypes.includes(authorizationType)) {
    throw badRequest(`Invalid authorization type specified. Valid options are ${authorizationTypes.join(',')}`);
  }
  const usesAuthorizer = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS';
  if (usesAuthorizer) refuseBadAuthorizer(context, restApiId, authorizationType, method.authorizerId);
  const { state, scope } = context;
  if (
    requestValidatorId &&
    !state.get('requestValidators', keyOf.requestValidator(scope, restApiId, requestValidatorId))
  )
    throw badRequest('Invalid Request Validator identifier specified');
  refuseUnknownModels(context, restApiId, requestModels);
  refuseBadMethodParameters(requestParameters);
  // Without a type that wants one, an authorizer is forgotten.
  const { authorizerId: _unused, ...withoutAuthorizer } = method;
  return withoutEmpty(usesAuthorizer ? method : withoutAuthorizer);
}

export function refuseUnknownModels(
  { state, scope }: Context,
  restApiId: string,
  models: Record<string, string> = {},
): void {
  const unknown = Object.values(models).find((name) => !state.get('models', keyOf.model(scope, restApiId, name)));
  if (unknown !== undefined) throw badRequest(`Invalid model identifier specified: ${unknown}`);
}

function refuseBadAuthorizer(
  { state, scope }: Context,
  restApiId: string,
  authorizationType: string,
  authorizerId: string | undefined,
): void {
  const found = authorizerId ? state.get('authorizers', keyOf.authorizer(scope, restApiId, authorizerId)) : undefined;
  const wantsCognito = authorizationType === 'COGNITO_USER_POOLS';
  if (!found || (found.type === 'COGNITO_USER_POOLS') !== wantsCognito) {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
}
