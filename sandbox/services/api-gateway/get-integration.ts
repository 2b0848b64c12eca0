import type { GetIntegrationCommandInput, GetIntegrationCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findIntegration } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegration.html */
export function getIntegration(
  context: Context,
  input: GetIntegrationCommandInput,
): Answer<GetIntegrationCommandOutput> {
  return findIntegration(context, input).integration;
}
