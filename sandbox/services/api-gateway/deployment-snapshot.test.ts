import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  DeleteAuthorizerCommand,
  DeleteGatewayResponseCommand,
  DeleteModelCommand,
  DeleteRequestValidatorCommand,
  DeleteRestApiCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollectionName } from '../../model';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
import { createTestApi, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const scope = scopeOf('us-east-1');
const functionUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';

test('a deployment keeps every part of the API, and the API takes all of them with it', async () => {
  const { gateway } = sandbox;
  const { restApiId, root } = await createTestApi(sandbox);
  const address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const responseType = 'THROTTLED' as const;
  const authorizer = await gateway.send(
    new CreateAuthorizerCommand({ restApiId, name: 'a', type: 'TOKEN', authorizerUri: functionUri }),
  );
  const validator = await gateway.send(new CreateRequestValidatorCommand({ restApiId, name: 'v' }));
  const model = { restApiId, name: 'Pet', contentType: 'application/json', schema: '{"type":"object"}' };
  await gateway.send(new CreateModelCommand(model));
  await gateway.send(new PutGatewayResponseCommand({ restApiId, responseType, statusCode: '420' }));
  await gateway.send(new PutMethodCommand({ ...address, authorizationType: 'NONE' }));
  await gateway.send(new PutIntegrationCommand({ ...address, type: 'MOCK' }));
  const { id = '' } = await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));

  await gateway.send(new DeleteAuthorizerCommand({ restApiId, authorizerId: authorizer.id }));
  await gateway.send(new DeleteRequestValidatorCommand({ restApiId, requestValidatorId: validator.id }));
  await gateway.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' }));
  await gateway.send(new DeleteGatewayResponseCommand({ restApiId, responseType }));
  const patchOperations = [{ op: 'add' as const, path: '/binaryMediaTypes/image~1png' }];
  await gateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));

  const state = State.open(`${sandbox.dataDir}/sandbox`);
  const { snapshot } = state.get('deployments', keyOf.deployment(scope, restApiId, id)) ?? {};
  expect(snapshot?.restApi.binaryMediaTypes).toBeUndefined();
  expect(snapshot?.resources.map(({ path, resourceMethods = {} }) => [path, Object.keys(resourceMethods)])).toEqual([
    ['/', ['GET']],
  ]);
  expect(snapshot?.authorizers.map(({ name }) => name)).toEqual(['a']);
  expect(snapshot?.requestValidators.map(({ name }) => name)).toEqual(['v']);
  expect(snapshot?.models.map(({ name }) => name)).toEqual(['Empty', 'Error', 'Pet']);
  expect(snapshot?.gatewayResponses.map(({ statusCode }) => statusCode)).toEqual(['420']);

  await gateway.send(new DeleteRestApiCommand({ restApiId }));
  const collections: CollectionName[] = ['restApis', 'resources', 'models', 'authorizers', 'deployments', 'stages'];
  const left = collections.flatMap((name) => [...state.keys(name, keyOf.restApi(scope, restApiId))]);
  await state.close();
  expect(left).toEqual([]);
});
