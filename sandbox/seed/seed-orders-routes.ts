import type { Context } from '../context';
import { createModel } from '../services/api-gateway/create-model';
import { createRequestValidator } from '../services/api-gateway/create-request-validator';
import { putGatewayResponse } from '../services/api-gateway/put-gateway-response';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putMethod } from '../services/api-gateway/put-method';
import { functionUri } from './seed-functions';

interface ResourceAddress {
  restApiId: string;
  resourceId: string;
}

const newOrder = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'A new order',
  type: 'object',
  required: ['item', 'quantity'],
  properties: {
    item: { type: 'string', minLength: 1 },
    quantity: { type: 'integer', minimum: 1 },
  },
};

/** `/orders` by a Lambda function; what is posted is checked against a model first, and refused with the reason. */
export async function seedOrdersRoutes(
  context: Context,
  { orders, order }: { orders: ResourceAddress; order: ResourceAddress },
): Promise<void> {
  const { restApiId } = orders;
  await createModel(context, {
    restApiId,
    name: 'NewOrder',
    description: 'What clients post to /orders',
    contentType: 'application/json',
    schema: JSON.stringify(newOrder, null, 2),
  });
  const { id: requestValidatorId } = await createRequestValidator(context, {
    restApiId,
    name: 'Body and parameters',
    validateRequestBody: true,
    validateRequestParameters: true,
  });
  await putGatewayResponse(context, {
    restApiId,
    responseType: 'BAD_REQUEST_BODY',
    statusCode: '400',
    responseTemplates: {
      'application/json':
        '{"message": $context.error.messageString, "problems": "$context.error.validationErrorString"}',
    },
  });
  const uri = functionUri(context, 'orders');
  const byFunction = { type: 'AWS_PROXY' as const, integrationHttpMethod: 'POST', uri };
  const list = { ...orders, httpMethod: 'GET' };
  await putMethod(context, { ...list, authorizationType: 'NONE', operationName: 'listOrders' });
  await putIntegration(context, { ...list, ...byFunction });
  const create = { ...orders, httpMethod: 'POST' };
  await putMethod(context, {
    ...create,
    authorizationType: 'NONE',
    operationName: 'createOrder',
    requestValidatorId,
    requestModels: { 'application/json': 'NewOrder' },
  });
  await putIntegration(context, { ...create, ...byFunction, timeoutInMillis: 10_000 });
  const read = { ...order, httpMethod: 'GET' };
  await putMethod(context, {
    ...read,
    authorizationType: 'NONE',
    operationName: 'readOrder',
    requestParameters: { 'method.request.path.id': true },
  });
  await putIntegration(context, { ...read, ...byFunction });
}
