import {
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  CreateModelCommand,
  type CreateModelCommandInput,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  DeleteAuthorizerCommand,
  DeleteMethodCommand,
  DeleteModelCommand,
  DeleteRequestValidatorCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  GetModelCommand,
  GetModelsCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  type PatchOperation,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
  UpdateAuthorizerCommand,
  UpdateModelCommand,
  UpdateRequestValidatorCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let root: string;

const functionUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const pool = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/p';

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  ({ restApiId, root } = await createTestApi(sandbox));
});

const bare = ({ $metadata: _, ...rest }: { $metadata: object }) => rest;
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });
const noApi = 'Invalid API identifier specified 123456789012:nope';

/** Puts a method at `/` or `/test`. */
async function method(more: Partial<PutMethodCommandInput>, below = false): Promise<string> {
  const resourceId = below
    ? ((await sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId: root, pathPart: 'test' }))).id ??
      '')
    : root;
  const base = { restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' };
  await sandbox.gateway.send(new PutMethodCommand({ ...base, ...more }));
  return resourceId;
}

const removeMethod = (resourceId: string) =>
  sandbox.gateway.send(new DeleteMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }));

const authorizer = (input: Partial<CreateAuthorizerCommandInput> = {}) =>
  sandbox.gateway.send(
    new CreateAuthorizerCommand({ restApiId, name: 'a', type: 'TOKEN', authorizerUri: functionUri, ...input }),
  );

test('an authorizer: created, shown, patched, deleted', async () => {
  const identitySource = 'method.request.header.Authorization';
  const created = await authorizer({ identitySource });
  const id = created.id ?? '';
  const whole = {
    id,
    name: 'a',
    type: 'TOKEN',
    authType: 'custom',
    authorizerUri: functionUri,
    authorizerResultTtlInSeconds: 300,
    identitySource,
  };
  expect([created.$metadata.httpStatusCode, bare(created)]).toEqual([201, whole]);
  const at = { restApiId, authorizerId: id };
  expect(bare(await sandbox.gateway.send(new GetAuthorizerCommand(at)))).toEqual(whole);
  expect((await sandbox.gateway.send(new GetAuthorizersCommand({ restApiId }))).items).toEqual([whole]);
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateAuthorizerCommand({ ...at, patchOperations }));
  const changed = await patch(
    replace('/name', 'b'),
    replace('/type', 'REQUEST'),
    replace('/identitySource', 'method.request.querystring.key'),
    replace('/identityValidationExpression', '^x'),
    replace('/authorizerResultTtlInSeconds', '0'),
    replace('/authorizerCredentials', 'arn:aws:iam::123456789012:role/r'),
  );
  expect(bare(changed)).toEqual({
    ...whole,
    name: 'b',
    type: 'REQUEST',
    identitySource: 'method.request.querystring.key',
    identityValidationExpression: '^x',
    authorizerResultTtlInSeconds: 0,
    authorizerCredentials: 'arn:aws:iam::123456789012:role/r',
  });
  await patch(replace('/identityValidationExpression', ''), { op: 'remove', path: '/identitySource' });
  const { identitySource: gone, identityValidationExpression: goneToo } = await sandbox.gateway.send(
    new GetAuthorizerCommand(at),
  );
  expect([gone, goneToo]).toEqual([undefined, undefined]);
  expect((await refusalOf(patch(replace('/nonsense', 'x')))).message).toBe('Invalid patch path /nonsense');
  expect(await refusalOf(patch(replace('/authorizerResultTtlInSeconds', '3601')))).toMatchObject({ status: 400 });
  expect((await sandbox.gateway.send(new DeleteAuthorizerCommand(at))).$metadata.httpStatusCode).toBe(202);
  for (const Command of [GetAuthorizerCommand, DeleteAuthorizerCommand, UpdateAuthorizerCommand]) {
    expect(
      await refusalOf(sandbox.gateway.send(new Command({ ...at, patchOperations: [] }) as GetAuthorizerCommand)),
    ).toMatchObject({
      message: 'Invalid Authorizer identifier specified',
      status: 404,
    });
  }
});

test('a Cognito authorizer gains and loses pools', async () => {
  const { id, authType } = await authorizer({
    type: 'COGNITO_USER_POOLS',
    authorizerUri: undefined,
    providerARNs: [pool],
  });
  expect(authType).toBe('cognito_user_pools');
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateAuthorizerCommand({ restApiId, authorizerId: id, patchOperations }));
  const added = await patch({ op: 'add', path: '/providerARNs', value: `${pool}2` });
  expect(added.providerARNs).toEqual([pool, `${pool}2`]);
  expect((await patch({ op: 'remove', path: '/providerARNs', value: pool })).providerARNs).toEqual([`${pool}2`]);
  expect(await refusalOf(patch({ op: 'remove', path: '/providerARNs', value: `${pool}2` }))).toMatchObject({
    status: 400,
  });
});

test.each<[Partial<CreateAuthorizerCommandInput>, object]>([
  [
    { restApiId: 'nope' },
    {
      name: 'ConflictException',
      message: 'Unable to complete operation due to concurrent modification. Please try again later.',
      status: 409,
    },
  ],
  [{ type: 'MAGIC' as 'TOKEN' }, { name: 'ValidationException', status: 400 }],
  [{ name: '' }, { status: 400 }],
  [{ type: 'COGNITO_USER_POOLS' }, { status: 400 }],
  [
    { authorizerUri: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
    {
      message:
        'Invalid Authorizer URI: arn:aws:lambda:us-east-1:123456789012:function:f. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.',
    },
  ],
])('refuses the authorizer %j', async (input, refusal) => {
  expect(await refusalOf(authorizer(input))).toMatchObject(refusal);
});

test('names of authorizers are unique, and there are ten at most', async () => {
  await authorizer();
  expect((await refusalOf(authorizer())).message).toBe(
    'Authorizer name must be unique. Authorizer a already exists in this RestApi.',
  );
  for (let i = 1; i < 10; i += 1) await authorizer({ name: `a${i}` });
  expect(await refusalOf(authorizer({ name: 'a10' }))).toMatchObject({ name: 'LimitExceededException', status: 429 });
  expect((await refusalOf(sandbox.gateway.send(new GetAuthorizersCommand({ restApiId: 'nope' })))).message).toBe(noApi);
});

test('an authorizer that a method uses stays', async () => {
  const { id: authorizerId } = await authorizer();
  const resourceId = await method({ authorizationType: 'CUSTOM', authorizerId }, true);
  const remove = () => sandbox.gateway.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }));
  expect(await refusalOf(remove())).toEqual({
    name: 'ConflictException',
    message: "Cannot delete authorizer 'a', is referenced in method: GET//test",
    status: 409,
  });
  await removeMethod(resourceId);
  await remove();
});

const model = (input: Partial<CreateModelCommandInput> = {}) =>
  sandbox.gateway.send(
    new CreateModelCommand({
      restApiId,
      name: 'Pet',
      contentType: 'application/json',
      schema: '{"title":"Pet","type":"object"}',
      ...input,
    }),
  );
const deleteModel = (modelName: string) => sandbox.gateway.send(new DeleteModelCommand({ restApiId, modelName }));

test('a new API has the models Empty and Error', async () => {
  const { items = [] } = await sandbox.gateway.send(new GetModelsCommand({ restApiId }));
  expect(items.map(({ id: _, ...rest }) => ({ ...rest, schema: JSON.parse(rest.schema ?? '') as object }))).toEqual([
    {
      name: 'Empty',
      description: 'This is a default empty schema model',
      contentType: 'application/json',
      schema: { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Empty Schema', type: 'object' },
    },
    {
      name: 'Error',
      description: 'This is a default error schema model',
      contentType: 'application/json',
      schema: {
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'Error Schema',
        type: 'object',
        properties: { message: { type: 'string' } },
      },
    },
  ]);
});

test('a model: created, shown, patched, deleted', async () => {
  const created = await model({ description: 'A pet' });
  expect(created.$metadata.httpStatusCode).toBe(201);
  const at = { restApiId, modelName: 'Pet' };
  expect(bare(await sandbox.gateway.send(new GetModelCommand(at)))).toEqual(bare(created));
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateModelCommand({ ...at, patchOperations }));
  const schema = '{"title":"Updated","type":"object"}';
  expect(bare(await patch(replace('/schema', schema), replace('/description', '')))).toEqual({
    id: created.id,
    name: 'Pet',
    contentType: 'application/json',
    schema,
  });
  for (const [operation, message] of [
    [replace('/schema', ''), 'Model schema must have at least 1 property or array items defined'],
    [
      replace('/name', 'x'),
      "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]",
    ],
    [
      { op: 'add', path: '/wrong-path', value: 'x' },
      "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations",
    ],
  ] as const) {
    expect(await refusalOf(patch(operation))).toMatchObject({ name: 'BadRequestException', message });
  }
  expect((await deleteModel('Pet')).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(deleteModel('Pet'))).toMatchObject({
    message: 'Invalid model name specified: Pet',
    status: 404,
  });
  expect(await refusalOf(patch())).toMatchObject({ message: 'Invalid model name specified: Pet', status: 404 });
  const elsewhere = sandbox.gateway.send(new GetModelCommand({ ...at, restApiId: 'nope' }));
  expect((await refusalOf(elsewhere)).message).toBe('Invalid model name specified: Pet');
});

test.each<[Partial<CreateModelCommandInput>, string, number]>([
  [{ restApiId: 'nope' }, noApi, 404],
  [{ name: '' }, 'Model name must be non-empty', 400],
  [{ name: 'a pet' }, 'Model name must be alphanumeric: a pet', 400],
  [{ name: 'Empty' }, 'Model name already exists for this REST API', 409],
  [{ schema: undefined }, 'Model schema must have at least 1 property or array items defined', 400],
  [
    { schema: '{' },
    'Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]',
    400,
  ],
])('refuses the model %j', async (input, message, status) => {
  expect(await refusalOf(model(input))).toMatchObject({ message, status });
});

test('a model that is in use stays', async () => {
  await model();
  const requestModels = { 'application/json': 'Pet' };
  await method({ requestModels });
  const below = await method({ requestModels, httpMethod: 'GET' }, true);
  const refused = async (name: string) => (await refusalOf(deleteModel(name))).message;
  expect(await refused('Pet')).toBe("Cannot delete model 'Pet', is referenced in method request: /test/GET");
  await removeMethod(below);
  expect(await refused('Pet')).toBe("Cannot delete model 'Pet', is referenced in method request: //GET");
  const at = { restApiId, resourceId: root, httpMethod: 'GET', statusCode: '400' };
  await sandbox.gateway.send(new PutMethodResponseCommand({ ...at, responseModels: { 'application/json': 'Error' } }));
  expect(await refused('Error')).toBe("Cannot delete model 'Error', is referenced in method response: //GET/400");
  await removeMethod(root);
  const reference = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet`;
  await model({ name: 'Pets', schema: JSON.stringify({ type: 'array', items: { $ref: reference } }) });
  expect(await refused('Pet')).toBe("Cannot delete model 'Pet', is referenced in model: Pets");
  await deleteModel('Pets');
  await deleteModel('Pet');
});

test('a request validator: created, shown, patched, deleted', async () => {
  const created = await sandbox.gateway.send(new CreateRequestValidatorCommand({ restApiId, name: 'v' }));
  const whole = { id: created.id, name: 'v', validateRequestBody: false, validateRequestParameters: false };
  expect([created.$metadata.httpStatusCode, bare(created)]).toEqual([201, whole]);
  const at = { restApiId, requestValidatorId: created.id };
  expect((await sandbox.gateway.send(new GetRequestValidatorsCommand({ restApiId }))).items).toEqual([whole]);
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateRequestValidatorCommand({ ...at, patchOperations }));
  expect((await patch(replace('/validateRequestBody', 'true'))).validateRequestBody).toBe(true);
  expect((await patch(replace('/validateRequestBody'))).validateRequestBody).toBe(false);
  await patch(replace('/validateRequestParameters', 'true'), replace('/name', 'w'));
  expect(bare(await sandbox.gateway.send(new GetRequestValidatorCommand(at)))).toEqual({
    ...whole,
    name: 'w',
    validateRequestParameters: true,
  });
  const listed = '[/name, /validateRequestParameters, /validateRequestBody]';
  for (const [operation, message] of [
    [replace('/name'), 'Request Validator name cannot be blank'],
    [
      replace('/invalidPath', 'x'),
      `Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: ${listed}`,
    ],
    [
      { op: 'remove', path: '/validateRequestBody' },
      "Invalid patch path  '/validateRequestBody' specified for op 'remove'. Please choose supported operations",
    ],
  ] as const) {
    expect(await refusalOf(patch(operation))).toMatchObject({ message, status: 400 });
  }
  await method({ requestValidatorId: created.id });
  const remove = () => sandbox.gateway.send(new DeleteRequestValidatorCommand(at));
  expect(await refusalOf(remove())).toMatchObject({ name: 'ConflictException', status: 409 });
  await removeMethod(root);
  expect((await remove()).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(remove())).toMatchObject({
    message: 'Invalid Request Validator identifier specified',
    status: 404,
  });
});

test('validators of an API that is not there are told in three ways', async () => {
  const create = sandbox.gateway.send(new CreateRequestValidatorCommand({ restApiId: 'nope', name: 'v' }));
  expect(await refusalOf(create)).toMatchObject({ message: 'Invalid REST API identifier specified', status: 400 });
  const list = sandbox.gateway.send(new GetRequestValidatorsCommand({ restApiId: 'nope' }));
  expect(await refusalOf(list)).toMatchObject({ message: noApi, status: 404 });
  const get = sandbox.gateway.send(new GetRequestValidatorCommand({ restApiId: 'nope', requestValidatorId: 'x' }));
  expect((await refusalOf(get)).message).toBe('Invalid Request Validator identifier specified');
});
