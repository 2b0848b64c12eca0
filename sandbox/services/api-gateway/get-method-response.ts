import type { GetMethodResponseCommandInput, GetMethodResponseCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findMethodResponse } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethodResponse.html */
export function getMethodResponse(
  context: Context,
  input: GetMethodResponseCommandInput,
): Answer<GetMethodResponseCommandOutput> {
  return findMethodResponse(context, input, input.statusCode).response;
}
