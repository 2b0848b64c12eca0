import type { Authorizer } from '@aws-sdk/client-api-gateway';
import { badRequest } from './refusals';

export const authorizerTypes = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'];
const invocation = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/.+\/invocations$/;
const maxTtl = 3600;

/** Refuses an authorizer that AWS wouldn't store (facts 4.10). */
export function refuseBadAuthorizer(authorizer: Authorizer): void {
  const { name, type, authorizerUri, providerARNs = [], authorizerResultTtlInSeconds: ttl } = authorizer;
  if (!name) throw badRequest('Authorizer name must be non-empty');
  if (type === 'COGNITO_USER_POOLS') {
    if (providerARNs.length === 0) throw badRequest('At least one provider ARN must be specified for the authorizer');
    if (providerARNs.some((arn) => !arn.startsWith('arn:'))) throw badRequest('Invalid ARN specified in the request');
  } else if (!invocation.test(authorizerUri ?? '')) {
    throw badRequest(
      `Invalid Authorizer URI: ${authorizerUri ?? 'null'}. Authorizer URI should be a valid API Gateway ARN that represents a ` +
        'Lambda function invocation.',
    );
  }
  if (ttl !== undefined && !(Number.isInteger(ttl) && ttl >= 0 && ttl <= maxTtl))
    throw badRequest(`Authorizer result TTL must be between 0 and ${maxTtl} seconds`);
}
