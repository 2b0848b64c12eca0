import type { Context } from '../context';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putIntegrationResponse } from '../services/api-gateway/put-integration-response';
import { putMethod } from '../services/api-gateway/put-method';
import { putMethodResponse } from '../services/api-gateway/put-method-response';
import { docsBucket } from './put-docs';

/** `GET /docs/{proxy+}` reads the bucket; a missing object is told as 404. */
export async function seedDocsRoute(
  context: Context,
  { restApiId, resourceId }: { restApiId: string; resourceId: string },
): Promise<void> {
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await putMethod(context, {
    ...method,
    authorizationType: 'NONE',
    requestParameters: { 'method.request.path.proxy': true },
  });
  await putIntegration(context, {
    ...method,
    type: 'AWS',
    integrationHttpMethod: 'GET',
    uri: `arn:aws:apigateway:${context.region}:s3:path/${docsBucket}/{proxy}`,
    credentials: `arn:aws:iam::${context.account}:role/gateway-reads-docs`,
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  });
  for (const statusCode of ['200', '404']) {
    await putMethodResponse(context, {
      ...method,
      statusCode,
      responseParameters: { 'method.response.header.Content-Type': false },
    });
    await putIntegrationResponse(context, {
      ...method,
      statusCode,
      // The one without a pattern is the default.
      ...(statusCode === '200' ? {} : { selectionPattern: statusCode }),
      responseParameters: { 'method.response.header.Content-Type': 'integration.response.header.Content-Type' },
    });
  }
}
