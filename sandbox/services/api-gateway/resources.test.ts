import {
  CreateResourceCommand,
  DeleteIntegrationCommand,
  DeleteIntegrationResponseCommand,
  DeleteMethodCommand,
  DeleteMethodResponseCommand,
  DeleteResourceCommand,
  GetIntegrationCommand,
  GetIntegrationResponseCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  GetResourceCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let root: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  ({ restApiId, root } = await createTestApi(sandbox));
});

async function resource(parentId: string, pathPart: string): Promise<string> {
  const { id } = await sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
  return id ?? '';
}

const method = (input: Partial<PutMethodCommandInput> = {}) =>
  sandbox.gateway.send(
    new PutMethodCommand({ restApiId, resourceId: root, httpMethod: 'GET', authorizationType: 'NONE', ...input }),
  );

const integration = (input: Partial<PutIntegrationCommandInput> = {}) =>
  sandbox.gateway.send(
    new PutIntegrationCommand({
      restApiId,
      resourceId: root,
      httpMethod: 'GET',
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: 'http://127.0.0.1:9/',
      ...input,
    }),
  );

test('the tree: paths, one variable per parent, greedy ones are leaves', async () => {
  const pets = await resource(root, 'pets');
  await resource(pets, '{id}');
  const { items } = await sandbox.gateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
  expect(items?.map((item) => item.path).toSorted()).toEqual(['/', '/pets', '/pets/{id}']);
  expect(await refusalOf(resource(root, 'pets'))).toEqual({
    name: 'ConflictException',
    message: 'Another resource with the same parent already has this name: pets',
    status: 409,
  });
  expect(await refusalOf(resource(pets, '{proxy+}'))).toMatchObject({
    message: 'A sibling ({id}) of this resource already has a variable path part -- only one is allowed',
    status: 400,
  });
  const greedy = await resource(root, '{proxy+}');
  expect(await refusalOf(resource(greedy, 'x'))).toMatchObject({
    message: 'Cannot create a child of a resource with a greedy path variable: {proxy+}',
  });
  expect((await refusalOf(resource(root, 'a b'))).message).toMatch(/^Resource's path part only allow a-zA-Z0-9\._- /);
  expect(await refusalOf(resource('nope', 'x'))).toEqual({
    name: 'NotFoundException',
    message: 'Invalid Resource identifier specified',
    status: 404,
  });
});

test('lists show verbs only, or whole methods when asked; pages go to the end', async () => {
  for (let i = 0; i < 30; i += 1) await resource(root, `r${i}`);
  await method();
  await integration();
  const paths: (string | undefined)[] = [];
  let position: string | undefined;
  do {
    const answer = await sandbox.gateway.send(
      new GetResourcesCommand({ restApiId, ...(position ? { position } : {}) }),
    );
    expect(answer.items?.length).toBeLessThanOrEqual(25);
    paths.push(...(answer.items ?? []).map((item) => item.path));
    position = answer.position;
  } while (position);
  expect(new Set(paths).size).toBe(31);
  const bare = await sandbox.gateway.send(new GetResourceCommand({ restApiId, resourceId: root }));
  expect(bare.resourceMethods).toEqual({ GET: {} });
  const whole = await sandbox.gateway.send(new GetResourcesCommand({ restApiId, limit: 500, embed: ['methods'] }));
  const withMethods = whole.items?.find((item) => item.path === '/');
  expect(withMethods?.resourceMethods?.GET?.methodIntegration?.uri).toBe('http://127.0.0.1:9/');
  expect(await refusalOf(sandbox.gateway.send(new GetResourcesCommand({ restApiId: 'nope' })))).toMatchObject({
    message: 'Invalid API identifier specified 123456789012:nope',
    status: 404,
  });
});

test('deleting a resource takes the subtree', async () => {
  const pets = await resource(root, 'pets');
  const id = await resource(pets, '{id}');
  const neighbour = await resource(root, 'petshop');
  const remove = (resourceId: string) => sandbox.gateway.send(new DeleteResourceCommand({ restApiId, resourceId }));
  expect((await remove(pets)).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(remove(id))).toMatchObject({ message: 'Invalid Resource identifier specified', status: 404 });
  expect((await sandbox.gateway.send(new GetResourceCommand({ restApiId, resourceId: neighbour }))).path).toBe(
    '/petshop',
  );
  expect(await refusalOf(remove(root))).toMatchObject({ status: 400 });
});

test('a method: put, got, deleted', async () => {
  const put = await method({ requestParameters: { 'method.request.querystring.q': true } });
  expect(put.$metadata.httpStatusCode).toBe(201);
  expect(put).toMatchObject({ httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: false });
  expect(await refusalOf(method())).toMatchObject({ message: 'Method already exists for this resource', status: 409 });
  const address = { restApiId, resourceId: root, httpMethod: 'GET' };
  expect((await sandbox.gateway.send(new GetMethodCommand(address))).requestParameters).toEqual({
    'method.request.querystring.q': true,
  });
  expect((await sandbox.gateway.send(new DeleteMethodCommand(address))).$metadata.httpStatusCode).toBe(204);
  expect(await refusalOf(sandbox.gateway.send(new GetMethodCommand(address)))).toEqual({
    name: 'NotFoundException',
    message: 'Invalid Method identifier specified',
    status: 404,
  });
});

test.each<[Partial<PutMethodCommandInput>, string]>([
  [
    { httpMethod: 'FETCH' },
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  ],
  [
    { authorizationType: 'CUSTOM' },
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
  ],
  [{ requestValidatorId: 'nope' }, 'Invalid Request Validator identifier specified'],
  [{ requestModels: { 'application/json': 'petModel' } }, 'Invalid model identifier specified: petModel'],
  [
    { requestParameters: { nonsense: true } },
    'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]',
  ],
  [
    { requestParameters: { 'method.request.path.x': true, 'method.request.header.x': true } },
    'Parameter names must be unique across querystring, header and path',
  ],
])('refuses the method %j', async (input, message) => {
  expect(await refusalOf(method(input))).toEqual({ name: 'BadRequestException', message, status: 400 });
});

test('an integration has its defaults, and is replaced as a whole', async () => {
  await method();
  const put = await integration();
  expect(put.$metadata.httpStatusCode).toBe(201);
  expect(put).toMatchObject({
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    connectionType: 'INTERNET',
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    cacheNamespace: root,
    cacheKeyParameters: [],
  });
  await integration({
    type: 'MOCK',
    integrationHttpMethod: undefined,
    uri: undefined,
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  const address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const { $metadata: _, ...got } = await sandbox.gateway.send(new GetIntegrationCommand(address));
  expect(got).toEqual({
    type: 'MOCK',
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    cacheNamespace: root,
    cacheKeyParameters: [],
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  expect((await sandbox.gateway.send(new DeleteIntegrationCommand(address))).$metadata.httpStatusCode).toBe(204);
  expect(await refusalOf(sandbox.gateway.send(new GetIntegrationCommand(address)))).toMatchObject({
    message: 'Invalid Integration identifier specified',
    status: 404,
  });
  expect(await refusalOf(integration({ httpMethod: 'POST' }))).toMatchObject({
    message: 'Invalid Method identifier specified',
    status: 404,
  });
});

const s3 = 'arn:aws:apigateway:us-east-1:s3:path/bucket/key';
const wrapped = (error: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`;

test.each<[Partial<PutIntegrationCommandInput>, string]>([
  [{ integrationHttpMethod: undefined }, 'Enumeration value for HttpMethod must be non-empty'],
  [{ uri: 'ftp://x' }, 'Invalid HTTP endpoint specified for URI'],
  [{ type: 'AWS', uri: 'http://x' }, 'Invalid ARN specified in the request'],
  [
    { type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:s3:bucket' },
    'AWS ARN for integration must contain path or action',
  ],
  [
    { type: 'AWS_PROXY', uri: s3 },
    "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
  ],
  [{ type: 'AWS', uri: s3 }, 'Role ARN must be specified for AWS integrations'],
  [{ timeoutInMillis: 29_001 }, 'Timeout should be between 50 ms and 29000 ms'],
  [
    { requestParameters: { 'integration.request.path.page': 'method.request.path.page' } },
    wrapped('Invalid mapping expression parameter specified: method.request.path.page'),
  ],
  [{ requestParameters: { 'integration.wrong.path.page': "'x'" } }, wrapped('Invalid mapping identifier specified')],
  [
    { requestTemplates: { '123': 'x' } },
    'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
  ],
])('refuses the integration %j', async (input, message) => {
  await method();
  expect(await refusalOf(integration(input))).toEqual({ name: 'BadRequestException', message, status: 400 });
});

test('the type of an integration is checked by the framework', async () => {
  await method();
  expect(await refusalOf(integration({ type: 'FTP' as 'HTTP' }))).toEqual({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'FTP' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]",
    status: 400,
  });
});

test('mapping expressions of every kind are taken', async () => {
  await method({ requestParameters: { 'method.request.header.h': false, 'method.request.querystring.q': false } });
  const requestParameters = {
    'integration.request.header.a': 'method.request.header.h',
    'integration.request.header.b': 'method.request.multivaluequerystring.q',
    'integration.request.header.c': "'method.request.path.proxy'",
    'integration.request.header.d': 'context.identity.sourceIp',
    'integration.request.querystring.e': 'stageVariables.version',
    'integration.request.header.f': 'method.request.body.pets[0].name',
  };
  expect((await integration({ requestParameters })).requestParameters).toEqual(requestParameters);
});

test('responses of method and integration', async () => {
  const address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const location = 'method.response.header.Location';
  await method();
  await integration();
  const putResponse = (responseParameters: Record<string, string>, statusCode = '200') =>
    sandbox.gateway.send(new PutIntegrationResponseCommand({ ...address, statusCode, responseParameters }));
  const mapping = { [location]: 'integration.response.header.Location' };
  expect((await refusalOf(putResponse(mapping))).message).toBe(wrapped('No method response exists for method.'));
  const declare = (responseParameters: Record<string, boolean>) =>
    sandbox.gateway.send(new PutMethodResponseCommand({ ...address, statusCode: '200', responseParameters }));
  expect((await declare({})).$metadata.httpStatusCode).toBe(201);
  expect((await refusalOf(putResponse(mapping))).message).toBe(
    wrapped(`Invalid mapping expression parameter specified: ${location}`),
  );
  expect(await refusalOf(declare({}))).toMatchObject({ status: 409 });
  await sandbox.gateway.send(new DeleteMethodResponseCommand({ ...address, statusCode: '200' }));
  await declare({ [location]: true });
  expect((await putResponse(mapping)).responseParameters).toEqual(mapping);
  expect(
    (await sandbox.gateway.send(new GetMethodResponseCommand({ ...address, statusCode: '200' }))).responseParameters,
  ).toEqual({ [location]: true });
  expect(
    (await sandbox.gateway.send(new GetIntegrationResponseCommand({ ...address, statusCode: '200' }))).statusCode,
  ).toBe('200');
  expect((await refusalOf(putResponse({}, '999'))).message).toBe(
    String.raw`1 validation error detected: Value '999' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d`,
  );
  const remove = (httpMethod: string) =>
    sandbox.gateway.send(new DeleteIntegrationResponseCommand({ ...address, httpMethod, statusCode: '200' }));
  expect((await remove('GET')).$metadata.httpStatusCode).toBe(204);
  expect((await refusalOf(remove('GET'))).message).toBe('Invalid Response status code specified');
  expect((await refusalOf(remove('PUT'))).message).toBe('Invalid Integration identifier specified');
});
