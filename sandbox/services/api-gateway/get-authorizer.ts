import type { GetAuthorizerCommandInput, GetAuthorizerCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findAuthorizer } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizer.html */
export function getAuthorizer(context: Context, input: GetAuthorizerCommandInput): Answer<GetAuthorizerCommandOutput> {
  return findAuthorizer(context, input.restApiId, input.authorizerId);
}
