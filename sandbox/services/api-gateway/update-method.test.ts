import {
  CreateAuthorizerCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  type PatchOperation,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let address: { restApiId: string; resourceId: string; httpMethod: string };
let authorizerId: string;
let poolId: string;
let validatorId: string;

const functionUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const { restApiId, root } = await createTestApi(sandbox);
  address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const { gateway } = sandbox;
  const custom = { restApiId, name: 'a', type: 'TOKEN' as const, authorizerUri: functionUri };
  authorizerId = (await gateway.send(new CreateAuthorizerCommand(custom))).id ?? '';
  const providerARNs = ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/p'];
  const pool = { restApiId, name: 'p', type: 'COGNITO_USER_POOLS' as const, providerARNs };
  poolId = (await gateway.send(new CreateAuthorizerCommand(pool))).id ?? '';
  validatorId = (await gateway.send(new CreateRequestValidatorCommand({ restApiId, name: 'v' }))).id ?? '';
  await gateway.send(
    new CreateModelCommand({ restApiId, name: 'Pet', contentType: 'application/json', schema: '{"type":"object"}' }),
  );
  await gateway.send(new PutMethodCommand({ ...address, authorizationType: 'NONE' }));
});

const bare = ({ $metadata: _, ...rest }: { $metadata: object }) => rest;
const update = (...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateMethodCommand({ ...address, patchOperations }));
const got = async () => bare(await sandbox.gateway.send(new GetMethodCommand(address)));
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });
const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value });
const remove = (path: string, value?: string): PatchOperation => ({ op: 'remove', path, value });

test('what can be patched, there and back', async () => {
  const updated = await update(
    replace('/authorizationType', 'CUSTOM'),
    replace('/authorizerId', authorizerId),
    replace('/apiKeyRequired', 'true'),
    replace('/operationName', 'ListPets'),
    replace('/requestValidatorId', validatorId),
    add('/requestParameters/method.request.querystring.page', 'true'),
    add('/requestParameters/method.request.header.X-A', 'false'),
    add('/requestModels/application~1json', 'Pet'),
  );
  const whole = {
    httpMethod: 'GET',
    authorizationType: 'CUSTOM',
    authorizerId,
    apiKeyRequired: true,
    operationName: 'ListPets',
    requestValidatorId: validatorId,
    requestParameters: { 'method.request.querystring.page': true, 'method.request.header.X-A': false },
    requestModels: { 'application/json': 'Pet' },
  };
  expect([updated.$metadata.httpStatusCode, bare(updated), await got()]).toEqual([200, whole, whole]);
  await update(
    replace('/authorizationType', 'NONE'),
    replace('/apiKeyRequired', 'banana'),
    replace('/operationName', ''),
    replace('/requestValidatorId', ''),
    remove('/requestParameters/method.request.querystring.page'),
    remove('/requestParameters/method.request.header.X-A'),
    remove('/requestModels/application~1json'),
  );
  expect(await got()).toEqual({ httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: false });
});

test('a Cognito authorizer and its scopes', async () => {
  await update(
    replace('/authorizationType', 'COGNITO_USER_POOLS'),
    replace('/authorizerId', poolId),
    add('/authorizationScopes', 'pets/read'),
    add('/authorizationScopes', 'pets/write'),
  );
  expect(await got()).toMatchObject({ authorizerId: poolId, authorizationScopes: ['pets/read', 'pets/write'] });
  await update(remove('/authorizationScopes', 'pets/read'));
  expect(await got()).toMatchObject({ authorizationScopes: ['pets/write'] });
});

test('an authorizer is forgotten by a type that wants none', async () => {
  expect((await update(replace('/authorizerId', 'nonsense'))).authorizerId).toBeUndefined();
});

const badAuthorizer =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.';

test.each<[() => PatchOperation[], string, number?]>([
  [() => [replace('/authorizationType', 'CUSTOM')], badAuthorizer],
  [() => [replace('/authorizationType', 'CUSTOM'), replace('/authorizerId', 'nope')], badAuthorizer],
  [() => [replace('/authorizationType', 'CUSTOM'), replace('/authorizerId', poolId)], badAuthorizer],
  [() => [replace('/authorizationType', 'COGNITO_USER_POOLS'), replace('/authorizerId', authorizerId)], badAuthorizer],
  [() => [replace('/requestValidatorId', 'nope')], 'Invalid Request Validator identifier specified'],
  [() => [add('/requestModels/application~1json', 'Dog')], 'Invalid model identifier specified: Dog'],
  [() => [add('/requestModels/application/json', 'Pet')], 'Invalid patch path /requestModels/application/json'],
  [() => [replace('/requestParameters')], 'Invalid patch path /requestParameters'],
  [() => [replace('/httpMethod', 'PUT')], 'Invalid patch path /httpMethod'],
  [() => [{ op: 'replace', value: 'x' }], 'Invalid patch path null'],
  [() => [add('/apiKeyRequired', 'true')], 'Invalid patch operation specified. Must be one of: [replace]'],
  [
    () => [add('/requestParameters/nonsense', 'true')],
    'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]',
  ],
  [
    () => [
      add('/requestParameters/method.request.path.x', 'true'),
      add('/requestParameters/method.request.header.x', 'true'),
    ],
    'Parameter names must be unique across querystring, header and path',
  ],
  [() => [remove('/requestParameters/method.request.path.x')], 'Invalid parameter name specified', 404],
  [() => [replace('/requestModels/text~1plain', 'Pet')], 'Content-Type specified was not found', 404],
])('refuses the patch %#, and does nothing of it', async (operations, message, status = 400) => {
  const before = await got();
  expect(await refusalOf(update(replace('/operationName', 'Changed'), ...operations()))).toMatchObject({
    message,
    status,
  });
  expect(await got()).toEqual(before);
});

test('a method that is not there', async () => {
  const patch = (other: Partial<typeof address>) =>
    refusalOf(sandbox.gateway.send(new UpdateMethodCommand({ ...address, ...other, patchOperations: [] })));
  expect((await patch({ restApiId: 'nope' })).message).toBe('Invalid Resource identifier specified');
  expect((await patch({ httpMethod: 'PUT' })).message).toBe('Invalid Method identifier specified');
});

test('PutMethod takes authorizer, validator and model that are there', async () => {
  const put = await sandbox.gateway.send(
    new PutMethodCommand({
      ...address,
      httpMethod: 'POST',
      authorizationType: 'CUSTOM',
      authorizerId,
      requestValidatorId: validatorId,
      requestModels: { 'application/json': 'Pet', 'text/plain': 'Empty' },
      requestParameters: {},
    }),
  );
  expect(bare(put)).toEqual({
    httpMethod: 'POST',
    authorizationType: 'CUSTOM',
    authorizerId,
    apiKeyRequired: false,
    requestValidatorId: validatorId,
    requestModels: { 'application/json': 'Pet', 'text/plain': 'Empty' },
  });
});

test('a method response: patched, answered with 201, empty maps left out', async () => {
  const at = { ...address, statusCode: '200' };
  await sandbox.gateway.send(new PutMethodResponseCommand(at));
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateMethodResponseCommand({ ...at, patchOperations }));
  const header = '/responseParameters/method.response.header.X-A';
  const updated = await patch(add(header, 'true'), add('/responseModels/application~1json', 'Pet'));
  const whole = {
    statusCode: '200',
    responseParameters: { 'method.response.header.X-A': true },
    responseModels: { 'application/json': 'Pet' },
  };
  expect([updated.$metadata.httpStatusCode, bare(updated)]).toEqual([201, whole]);
  expect(bare(await sandbox.gateway.send(new GetMethodResponseCommand(at)))).toEqual(whole);
  for (const [operation, message, status] of [
    [remove(`${header}B`), 'Invalid parameter name specified', 404],
    [remove('/responseModels/text~1plain'), 'Content-Type specified was not found', 404],
    [replace('/statusCode', '201'), 'Invalid patch path /statusCode', 400],
    [replace('/responseModels/application~1json', 'Dog'), 'Invalid model identifier specified: Dog', 400],
    [
      add('/responseParameters/nonsense', 'true'),
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]',
      400,
    ],
  ] as const) {
    expect(await refusalOf(patch(operation))).toMatchObject({ message, status });
  }
  await patch(remove(header), remove('/responseModels/application~1json'));
  expect(bare(await sandbox.gateway.send(new GetMethodResponseCommand(at)))).toEqual({ statusCode: '200' });
  const elsewhere = new UpdateMethodResponseCommand({ ...at, statusCode: '404', patchOperations: [] });
  expect((await refusalOf(sandbox.gateway.send(elsewhere))).message).toBe('Invalid Response status code specified');
});
