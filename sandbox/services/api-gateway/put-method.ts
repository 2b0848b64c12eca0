import type { PutMethodCommandInput, PutMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { findResource } from './find';
import { refuseBadMethodParameters } from './mapping-expression';
import { putMethodIn, refuseUnknownVerb } from './methods';
import { badRequest, conflict } from './refusals';

const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'];
/** Every API has these; the sandbox makes no others. */
const models = ['Empty', 'Error'];

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html */
export function putMethod(context: Context, input: PutMethodCommandInput): Promise<Answer<PutMethodCommandOutput>> {
  return context.state.write((tx) => {
    const resource = findResource(context, input.restApiId, input.resourceId);
    const verb = input.httpMethod ?? '';
    refuseUnknownVerb(verb);
    if (resource.resourceMethods?.[verb]) throw conflict('Method already exists for this resource');
    refuseUnknownParts(input);
    refuseBadMethodParameters(input.requestParameters);
    const { restApiId: _api, resourceId: _resource, ...given } = input;
    const method = defined({ ...given, apiKeyRequired: input.apiKeyRequired ?? false });
    putMethodIn(context, tx, input, resource, method);
    return method;
  });
}

function refuseUnknownParts({
  authorizationType = '',
  requestValidatorId,
  requestModels = {},
}: PutMethodCommandInput): void {
  if (!authorizationTypes.includes(authorizationType)) {
    throw badRequest(`Invalid authorization type specified. Valid options are ${authorizationTypes.join(',')}`);
  }
  // The sandbox has no authorizers and validators, so none is valid.
  if (authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS') {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
  if (requestValidatorId) throw badRequest('Invalid Request Validator identifier specified');
  const unknown = Object.values(requestModels).find((model) => !models.includes(model));
  if (unknown !== undefined) throw badRequest(`Invalid model identifier specified: ${unknown}`);
}
