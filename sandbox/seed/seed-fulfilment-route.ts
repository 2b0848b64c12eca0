import type { Context } from '../context';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putIntegrationResponse } from '../services/api-gateway/put-integration-response';
import { putMethod } from '../services/api-gateway/put-method';
import { putMethodResponse } from '../services/api-gateway/put-method-response';

/** `POST /fulfilment` starts an execution of a state machine with the body as its input. */
export async function seedFulfilmentRoute(
  context: Context,
  address: { restApiId: string; resourceId: string },
): Promise<void> {
  const { region, account } = context;
  const method = { ...address, httpMethod: 'POST' };
  const stateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:fulfil-order`;
  await putMethod(context, { ...method, authorizationType: 'NONE', operationName: 'startFulfilment' });
  await putIntegration(context, {
    ...method,
    type: 'AWS',
    integrationHttpMethod: 'POST',
    uri: `arn:aws:apigateway:${region}:states:action/StartExecution`,
    credentials: `arn:aws:iam::${account}:role/gateway-starts-fulfilment`,
    passthroughBehavior: 'NEVER',
    requestTemplates: {
      // An apostrophe needs no backslash in JSON, and may have none.
      'application/json': `{
  "input": "$util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'")",
  "stateMachineArn": "${stateMachineArn}"
}`,
    },
  });
  const templates: Record<string, string> = {
    '202': '{"execution": "$input.path(\'$.executionArn\')"}',
    '400': '{"message": "$util.escapeJavaScript($input.path(\'$.message\'))"}',
  };
  for (const [statusCode, template] of Object.entries(templates)) {
    await putMethodResponse(context, { ...method, statusCode, responseModels: { 'application/json': 'Empty' } });
    await putIntegrationResponse(context, {
      ...method,
      statusCode,
      // The one without a pattern is the default.
      ...(statusCode === '202' ? {} : { selectionPattern: '4\\d{2}' }),
      responseTemplates: { 'application/json': template },
    });
  }
}
