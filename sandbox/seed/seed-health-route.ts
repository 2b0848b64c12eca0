import type { Context } from '../context';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putIntegrationResponse } from '../services/api-gateway/put-integration-response';
import { putMethod } from '../services/api-gateway/put-method';
import { putMethodResponse } from '../services/api-gateway/put-method-response';

/** `GET /health`, which the gateway answers by itself. */
export async function seedHealthRoute(
  context: Context,
  address: { restApiId: string; resourceId: string },
): Promise<void> {
  const method = { ...address, httpMethod: 'GET' };
  await putMethod(context, { ...method, authorizationType: 'NONE', operationName: 'readHealth' });
  await putIntegration(context, {
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await putMethodResponse(context, {
    ...method,
    statusCode: '200',
    responseParameters: { 'method.response.header.Cache-Control': false },
    responseModels: { 'application/json': 'Empty' },
  });
  await putIntegrationResponse(context, {
    ...method,
    statusCode: '200',
    responseParameters: { 'method.response.header.Cache-Control': "'no-store'" },
    responseTemplates: {
      'application/json': '{"status": "ok", "stage": "$context.stage", "environment": "$stageVariables.environment"}',
    },
  });
}
