import {
  GetIntegrationCommand,
  GetIntegrationResponseCommand,
  type PatchOperation,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateIntegrationCommand,
  UpdateIntegrationResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let address: { restApiId: string; resourceId: string; httpMethod: string };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const { restApiId, root } = await createTestApi(sandbox);
  address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const requestParameters = { 'method.request.querystring.page': false, 'method.request.header.X-A': false };
  await sandbox.gateway.send(new PutMethodCommand({ ...address, authorizationType: 'NONE', requestParameters }));
  await put({});
});

const bare = ({ $metadata: _, ...rest }: { $metadata: object }) => rest;
const put = (more: Partial<PutIntegrationCommandInput>) =>
  sandbox.gateway.send(
    new PutIntegrationCommand({
      ...address,
      type: 'HTTP',
      integrationHttpMethod: 'GET',
      uri: 'https://example.org/',
      ...more,
    }),
  );
const update = (...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateIntegrationCommand({ ...address, patchOperations }));
const got = async () => bare(await sandbox.gateway.send(new GetIntegrationCommand(address)));
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });
const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value });
const remove = (path: string, value?: string): PatchOperation => ({ op: 'remove', path, value });
const errors = (error: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`;

test('what can be patched, there and back', async () => {
  const before = await got();
  const updated = await update(
    replace('/uri', 'https://example.org/{id}'),
    replace('/httpMethod', 'POST'),
    replace('/connectionType', 'VPC_LINK'),
    replace('/connectionId', 'abc123'),
    replace('/integrationTarget', 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1'),
    replace('/credentials', 'arn:aws:iam::123456789012:role/r'),
    replace('/contentHandling', 'CONVERT_TO_TEXT'),
    replace('/passthroughBehavior', 'NEVER'),
    replace('/timeoutInMillis', '10000'),
    replace('/tlsConfig/insecureSkipVerification', 'true'),
    replace('/cacheNamespace', 'shared'),
    add('/cacheKeyParameters/method.request.querystring.page', ''),
    add('/cacheKeyParameters', 'method.request.header.X-A'),
    add('/requestParameters/integration.request.header.X-B', 'method.request.header.X-A'),
    add('/requestTemplates/application~1json', '{"a": 1}'),
  );
  const whole = {
    ...before,
    uri: 'https://example.org/{id}',
    httpMethod: 'POST',
    connectionType: 'VPC_LINK',
    connectionId: 'abc123',
    integrationTarget: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1',
    credentials: 'arn:aws:iam::123456789012:role/r',
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    timeoutInMillis: 10_000,
    tlsConfig: { insecureSkipVerification: true },
    cacheNamespace: 'shared',
    cacheKeyParameters: ['method.request.querystring.page', 'method.request.header.X-A'],
    requestParameters: { 'integration.request.header.X-B': 'method.request.header.X-A' },
    requestTemplates: { 'application/json': '{"a": 1}' },
  };
  expect([updated.$metadata.httpStatusCode, bare(updated), await got()]).toEqual([200, whole, whole]);
  await update(
    replace('/uri', 'https://example.org/'),
    replace('/httpMethod', 'GET'),
    replace('/connectionType', 'INTERNET'),
    replace('/connectionId', ''),
    replace('/integrationTarget', ''),
    replace('/credentials', ''),
    replace('/contentHandling', ''),
    replace('/passthroughBehavior', 'WHEN_NO_MATCH'),
    replace('/timeoutInMillis', '29000'),
    replace('/tlsConfig/insecureSkipVerification', 'false'),
    replace('/cacheNamespace', address.resourceId),
    remove('/cacheKeyParameters/method.request.querystring.page'),
    remove('/cacheKeyParameters', 'method.request.header.X-A'),
    remove('/requestParameters/integration.request.header.X-B'),
    remove('/requestTemplates/application~1json'),
  );
  expect(await got()).toEqual({ ...before, tlsConfig: { insecureSkipVerification: false } });
});

test.each<[PatchOperation, string, number?]>([
  [replace('/type', 'MOCK'), 'Invalid patch path /type'],
  [replace('/uri', 'ftp://x'), 'Invalid HTTP endpoint specified for URI'],
  [
    replace('/httpMethod', 'FETCH'),
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  ],
  [replace('/timeoutInMillis', '49'), 'Timeout should be between 50 ms and 29000 ms'],
  [replace('/timeoutInMillis', 'soon'), 'Timeout should be between 50 ms and 29000 ms'],
  [add('/uri', 'https://x.org'), 'Invalid patch operation specified. Must be one of: [replace]'],
  [
    add('/requestParameters/integration.request.header.X', 'method.request.header.Y'),
    errors('Invalid mapping expression parameter specified: method.request.header.Y'),
  ],
  [add('/requestParameters/integration.header.X', "'x'"), errors('Invalid mapping identifier specified')],
  [
    add('/cacheKeyParameters/method.request.path.id', ''),
    errors('Invalid mapping expression parameter specified: method.request.path.id'),
  ],
  [
    add('/requestTemplates/123', 'x'),
    'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
  ],
  [add('/requestTemplates/application/json', 'x'), 'Invalid patch path /requestTemplates/application/json'],
  [remove('/requestParameters/integration.request.header.X'), 'Invalid parameter name specified', 404],
  [remove('/requestTemplates/text~1plain'), 'Content-Type specified was not found', 404],
])('refuses the patch %j, and does nothing of it', async (operation, message, status = 400) => {
  const before = await got();
  expect(await refusalOf(update(replace('/cacheNamespace', 'changed'), operation))).toMatchObject({ message, status });
  expect(await got()).toEqual(before);
});

test('a mock has no address to patch', async () => {
  await put({ type: 'MOCK', integrationHttpMethod: undefined, uri: undefined });
  expect((await refusalOf(update(replace('/uri', 'https://x.org')))).message).toBe('Invalid patch path /uri');
});

test('whoever streams may take longer, and the limit of the others is a dial', async () => {
  const proxy = { type: 'HTTP_PROXY' as const };
  await put({ ...proxy, responseTransferMode: 'STREAM', timeoutInMillis: 900_000 });
  expect((await refusalOf(update(replace('/timeoutInMillis', '900001')))).message).toBe(
    'Timeout should be between 50 ms and 900000 ms',
  );
  expect(await refusalOf(put({ responseTransferMode: 'STREAM' }))).toMatchObject({ status: 400 });
  await sandbox.admin('PATCH', 'dials', { maxIntegrationTimeoutMs: 60_000 });
  await put({ ...proxy, timeoutInMillis: 60_000 });
  await sandbox.admin('PATCH', 'dials', { maxIntegrationTimeoutMs: 29_000 });
});

test('words that only the framework knows', async () => {
  expect(await refusalOf(put({ connectionType: 'CABLE' as 'VPC_LINK' }))).toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'CABLE' at 'putIntegrationInput.connectionType' failed to satisfy constraint: Member must satisfy enum value set: [INTERNET, VPC_LINK]",
  });
});

test('an integration response: patched, refused', async () => {
  const at = { ...address, statusCode: '200' };
  const header = 'method.response.header.X-A';
  await sandbox.gateway.send(new PutMethodResponseCommand({ ...at, responseParameters: { [header]: true } }));
  await sandbox.gateway.send(new PutIntegrationResponseCommand(at));
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateIntegrationResponseCommand({ ...at, patchOperations }));
  const gotResponse = async () => bare(await sandbox.gateway.send(new GetIntegrationResponseCommand(at)));
  await patch(
    replace('/selectionPattern', '2..'),
    replace('/contentHandling', 'CONVERT_TO_BINARY'),
    add(`/responseParameters/${header}`, "'x'"),
    add('/responseTemplates/application~1json', '$input.body'),
  );
  const whole = {
    statusCode: '200',
    selectionPattern: '2..',
    contentHandling: 'CONVERT_TO_BINARY',
    responseParameters: { [header]: "'x'" },
    responseTemplates: { 'application/json': '$input.body' },
  };
  expect(await gotResponse()).toEqual(whole);
  for (const [operation, message] of [
    [replace('/statusCode', '201'), 'Invalid patch path /statusCode'],
    [
      add('/responseParameters/method.response.header.X-B', "'x'"),
      errors('Invalid mapping expression parameter specified: method.response.header.X-B'),
    ],
    [replace(`/responseParameters/${header}`, 'x'), errors('Invalid mapping expression specified: x')],
    [remove('/responseParameters/method.response.header.X-B'), 'Invalid parameter name specified'],
    [remove('/responseTemplates/text~1plain'), 'Content-Type specified was not found'],
  ] as const) {
    expect((await refusalOf(patch(operation))).message).toBe(message);
  }
  expect(await gotResponse()).toEqual(whole);
  await patch(
    replace('/selectionPattern', ''),
    replace('/contentHandling', ''),
    remove(`/responseParameters/${header}`),
    remove('/responseTemplates/application~1json'),
  );
  expect(await gotResponse()).toEqual({ statusCode: '200' });
  const elsewhere = new UpdateIntegrationResponseCommand({ ...at, statusCode: '404', patchOperations: [] });
  expect((await refusalOf(sandbox.gateway.send(elsewhere))).message).toBe('Invalid Response status code specified');
});
