import type {
  GetIntegrationResponseCommandInput,
  GetIntegrationResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findIntegration, own } from './methods';
import { notFound } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegrationResponse.html */
export function getIntegrationResponse(
  context: Context,
  input: GetIntegrationResponseCommandInput,
): Answer<GetIntegrationResponseCommandOutput> {
  const response = own(findIntegration(context, input).integration.integrationResponses, input.statusCode ?? '');
  if (!response) throw notFound('Invalid Response status code specified');
  return response;
}
