import type { GetRequestValidatorCommandInput, GetRequestValidatorCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findRequestValidator } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRequestValidator.html */
export function getRequestValidator(
  context: Context,
  input: GetRequestValidatorCommandInput,
): Answer<GetRequestValidatorCommandOutput> {
  return findRequestValidator(context, input.restApiId, input.requestValidatorId);
}
