import type {
  CreateRequestValidatorCommandInput,
  CreateRequestValidatorCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { randomId } from './random-id';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html; names may repeat. */
export function createRequestValidator(
  context: Context,
  input: CreateRequestValidatorCommandInput,
): Promise<Answer<CreateRequestValidatorCommandOutput>> {
  return context.state.write((tx) => {
    const { restApiId = '', name = '', validateRequestBody = false, validateRequestParameters = false } = input;
    // 400, and in other words than elsewhere (facts 7.1, 6).
    if (!context.state.get('restApis', keyOf.restApi(context.scope, restApiId)))
      throw badRequest('Invalid REST API identifier specified');
    if (name === '') throw badRequest('Request Validator name cannot be blank');
    const validator = { id: randomId(6), name, validateRequestBody, validateRequestParameters };
    tx.put('requestValidators', keyOf.requestValidator(context.scope, restApiId, validator.id), validator);
    return validator;
  });
}
