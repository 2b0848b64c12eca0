import type { Context } from '../context';
import { createAuthorizer } from '../services/api-gateway/create-authorizer';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putMethod } from '../services/api-gateway/put-method';
import { functionUri } from './seed-functions';

/** `GET /account`, for callers with a token only. */
export async function seedAccountRoute(
  context: Context,
  address: { restApiId: string; resourceId: string },
): Promise<void> {
  const { id: authorizerId } = await createAuthorizer(context, {
    restApiId: address.restApiId,
    name: 'check-token',
    type: 'TOKEN',
    authorizerUri: functionUri(context, 'check-token'),
    identitySource: 'method.request.header.Authorization',
    identityValidationExpression: '^Bearer .+$',
    authorizerResultTtlInSeconds: 60,
  });
  const method = { ...address, httpMethod: 'GET' };
  await putMethod(context, { ...method, authorizationType: 'CUSTOM', authorizerId, operationName: 'readAccount' });
  await putIntegration(context, {
    ...method,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri(context, 'echo'),
  });
}
