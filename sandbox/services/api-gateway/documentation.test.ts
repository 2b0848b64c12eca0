import {
  CreateDeploymentCommand,
  CreateDocumentationPartCommand,
  CreateDocumentationVersionCommand,
  CreateStageCommand,
  DeleteDocumentationPartCommand,
  DeleteDocumentationVersionCommand,
  DeleteStageCommand,
  type DocumentationPartLocation,
  GetDocumentationPartCommand,
  GetDocumentationPartsCommand,
  type GetDocumentationPartsCommandInput,
  GetDocumentationVersionCommand,
  GetDocumentationVersionsCommand,
  GetExportCommand,
  GetStageCommand,
  ImportDocumentationPartsCommand,
  ImportRestApiCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  PutRestApiCommand,
  UpdateDocumentationPartCommand,
  UpdateDocumentationVersionCommand,
  UpdateStageCommand,
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

const create = (location: DocumentationPartLocation, properties = '{"description":"text"}', id = restApiId) =>
  sandbox.gateway.send(new CreateDocumentationPartCommand({ restApiId: id, location, properties }));
const list = async (filter: Partial<GetDocumentationPartsCommandInput> = {}, id = restApiId) =>
  (await sandbox.gateway.send(new GetDocumentationPartsCommand({ restApiId: id, limit: 500, ...filter }))).items ?? [];
const read = (documentationPartId: string | undefined, id = restApiId) =>
  sandbox.gateway.send(new GetDocumentationPartCommand({ restApiId: id, documentationPartId }));
const remove = (documentationPartId: string | undefined, id = restApiId) =>
  sandbox.gateway.send(new DeleteDocumentationPartCommand({ restApiId: id, documentationPartId }));
const version = (documentationVersion: string, more: { stageName?: string; description?: string } = {}) =>
  sandbox.gateway.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion, ...more }));
const importParts = (body: string, more: { mode?: 'merge' | 'overwrite'; failOnWarnings?: boolean } = {}) =>
  sandbox.gateway.send(new ImportDocumentationPartsCommand({ restApiId, body: Buffer.from(body), ...more }));

const noPart = { name: 'NotFoundException', message: 'Invalid Documentation part identifier specified', status: 404 };
const noApi = (id: string) => ({
  name: 'NotFoundException',
  message: `Invalid API identifier specified 123456789012:${id}`,
  status: 404,
});

test('a part is made, read, changed and deleted', async () => {
  const { id, $metadata, ...made } = await create({ type: 'API' });
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({ location: { type: 'API' }, properties: '{"description":"text"}' });
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateDocumentationPartCommand({ restApiId, documentationPartId: id, patchOperations }));
  await patch({ op: 'replace', path: '/properties', value: '{"description":"new"}' });
  expect(await read(id)).toMatchObject({ id, properties: '{"description":"new"}' });
  for (const [operation, message] of [
    [
      { op: 'add', path: '/properties', value: '{}' },
      "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations",
    ],
    [
      { op: 'replace', path: '/invalidPath', value: '{}' },
      "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/properties]",
    ],
    [{ op: 'replace', path: '/properties', value: '' }, 'Documentation part properties must be non-empty'],
    [{ op: 'replace', path: '/properties', value: '[]' }, 'Documentation part properties must be a JSON object'],
  ] as const) {
    expect(await refusalOf(patch(operation))).toMatchObject({ status: 400, message });
  }
  expect(await refusalOf(read(id, 'nosuch'))).toEqual(noPart);
  expect(await refusalOf(remove(id, 'nosuch'))).toEqual(noApi('nosuch'));
  expect((await remove(id)).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(remove(id))).toEqual(noPart);
  expect(await refusalOf(patch())).toEqual(noPart);
});

test('what a location leaves open is filled in; one place has one part', async () => {
  const { location } = await create({ type: 'RESPONSE', path: '/pets' });
  expect(location).toEqual({ type: 'RESPONSE', path: '/pets', method: '*', statusCode: '*' });
  expect(await refusalOf(create({ type: 'RESPONSE', path: '/pets', method: '*' }))).toEqual({
    name: 'ConflictException',
    message:
      "Documentation part already exists for the specified location: type 'RESPONSE', path '/pets', method '*', status code '*'.",
    status: 409,
  });
  expect((await create({ type: 'REQUEST_BODY' })).location).toEqual({ type: 'REQUEST_BODY', path: '/', method: '*' });
});

test.each<[DocumentationPartLocation, string]>([
  [{ type: 'API', path: '/' }, 'Invalid location: path is not a valid field for type API'],
  [{ type: 'RESOURCE', method: 'GET' }, 'Invalid location: method is not a valid field for type RESOURCE'],
  [{ type: 'MODEL' }, 'Invalid location: name is required for type MODEL'],
])('refuses the location %j', async (location, message) => {
  expect(await refusalOf(create(location))).toMatchObject({ name: 'BadRequestException', message });
});

test('parts are listed by type, path and name; so are the places without', async () => {
  const at = { restApiId, resourceId: root, httpMethod: 'GET' };
  const requestParameters = { 'method.request.querystring.page': false };
  await sandbox.gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE', requestParameters }));
  await sandbox.gateway.send(new PutMethodResponseCommand({ ...at, statusCode: '200' }));
  await create({ type: 'API' });
  await create({ type: 'METHOD', method: 'GET' });
  await create({ type: 'MODEL', name: 'Order' });
  const types = async (filter: Partial<GetDocumentationPartsCommandInput>) =>
    (await list(filter)).map(({ location }) => location?.type);
  expect(await types({})).toEqual(['API', 'METHOD', 'MODEL']);
  expect(await types({ type: 'METHOD' })).toEqual(['METHOD']);
  expect(await types({ path: '/' })).toEqual(['METHOD']);
  expect(await types({ nameQuery: 'Or' })).toEqual(['MODEL']);
  const open = await list({ locationStatus: 'UNDOCUMENTED' });
  expect(open.map(({ location }) => location)).toEqual([
    { type: 'MODEL', name: 'Empty' },
    { type: 'MODEL', name: 'Error' },
    { type: 'QUERY_PARAMETER', path: '/', method: 'GET', name: 'page' },
    { type: 'REQUEST_BODY', path: '/', method: 'GET' },
    { type: 'RESOURCE', path: '/' },
    { type: 'RESPONSE', path: '/', method: 'GET', statusCode: '200' },
    { type: 'RESPONSE_BODY', path: '/', method: 'GET', statusCode: '200' },
  ]);
  expect(await refusalOf(list({}, 'nosuch'))).toEqual(noApi('nosuch'));
});

test('the quota of parts is a dial', async () => {
  await sandbox.admin('PATCH', 'dials', { maxDocumentationParts: 1 });
  await create({ type: 'API' });
  const refused = { name: 'LimitExceededException', status: 429 };
  expect(await refusalOf(create({ type: 'RESOURCE' }))).toMatchObject(refused);
  await sandbox.admin('PATCH', 'dials', { maxDocumentationParts: 2000 });
  await create({ type: 'RESOURCE' });
});

const documented = (...documentationParts: object[]) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'documented', version: '1' },
    paths: { '/': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } } } },
    'x-amazon-apigateway-documentation': { version: '1', documentationParts },
  });

test('parts are imported: merged, or in place of all', async () => {
  const { id } = await create({ type: 'API' }, '{"old":true}');
  await create({ type: 'MODEL', name: 'Kept' });
  const body = documented(
    { location: { type: 'API' }, properties: { info: { description: 'new' } } },
    { location: { type: 'METHOD', method: 'GET' }, properties: { summary: 'one' } },
  );
  const { ids, warnings } = await importParts(body);
  expect([ids?.length, ids?.[0], warnings ?? []]).toEqual([2, id, []]);
  expect((await list()).map(({ location, properties }) => [location, properties])).toEqual([
    [{ type: 'API' }, '{"info":{"description":"new"}}'],
    [{ type: 'METHOD', path: '/', method: 'GET' }, '{"summary":"one"}'],
    [{ type: 'MODEL', name: 'Kept' }, '{"description":"text"}'],
  ]);
  await importParts(body, { mode: 'overwrite' });
  expect((await list()).map(({ location }) => location?.type)).toEqual(['API', 'METHOD']);
  const half = documented({ location: { type: 'NOSUCH' } }, { location: { type: 'API' }, properties: { a: 1 } });
  const problem = 'Ignoring documentation part: Invalid location type: NOSUCH';
  expect(await refusalOf(importParts(half, { failOnWarnings: true }))).toMatchObject({
    message: `Warnings found during import:\n\t${problem}`,
  });
  expect(await importParts(half)).toMatchObject({ ids: [expect.any(String)], warnings: [problem] });
  for (const bad of ['bad: [yaml', '{"no": "document"}', '{bad json'])
    expect(await refusalOf(importParts(bad))).toMatchObject({
      name: 'BadRequestException',
      message: 'Unable to build importer with provided input.',
    });
});

async function deployed(): Promise<void> {
  const at = { restApiId, resourceId: root, httpMethod: 'GET' };
  await sandbox.gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  await sandbox.gateway.send(new PutIntegrationCommand({ ...at, type: 'MOCK' }));
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
}

test('a version keeps the parts as they were, for the stages that show it', async () => {
  await deployed();
  await create({ type: 'API' }, '{"description":"then"}');
  const made = await version('1.0', { stageName: 'prod', description: 'first' });
  expect(made).toMatchObject({ version: '1.0', description: 'first', createdDate: expect.any(Date) });
  expect(await sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'prod' }))).toMatchObject({
    documentationVersion: '1.0',
  });
  expect(await refusalOf(version('1.0'))).toMatchObject({ name: 'ConflictException', status: 409 });
  expect(await refusalOf(version('2.0', { stageName: 'nosuch' }))).toMatchObject({
    status: 404,
    message: 'Invalid stage identifier specified',
  });
  await create({ type: 'RESOURCE' });
  const exported = async (parameters?: Record<string, string>) => {
    const { body } = await sandbox.gateway.send(
      new GetExportCommand({ restApiId, stageName: 'prod', exportType: 'oas30', parameters }),
    );
    return JSON.parse(Buffer.from(body ?? '').toString());
  };
  expect(await exported()).not.toHaveProperty('x-amazon-apigateway-documentation');
  const document = await exported({ extensions: 'integrations,documentation' });
  expect(document['x-amazon-apigateway-documentation']).toEqual({
    version: '1.0',
    createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    documentationParts: [{ location: { type: 'API' }, properties: { description: 'then' } }],
  });
  const body = Buffer.from(JSON.stringify(document));
  const { id = '' } = await sandbox.gateway.send(new ImportRestApiCommand({ body }));
  expect(await list({}, id)).toMatchObject([{ location: { type: 'API' }, properties: '{"description":"then"}' }]);
  await sandbox.gateway.send(
    new PutRestApiCommand({ restApiId, body, mode: 'overwrite', parameters: { ignore: 'documentation' } }),
  );
  expect(await list()).toHaveLength(2);
  await sandbox.gateway.send(new PutRestApiCommand({ restApiId, body, mode: 'overwrite' }));
  expect(await list()).toHaveLength(1);
});

test('versions are read, listed, described anew and deleted; a stage takes only one that is there', async () => {
  await deployed();
  await version('1.0');
  const at = { restApiId, documentationVersion: '1.0' };
  const patchOperations: PatchOperation[] = [{ op: 'replace', path: '/description', value: 'new' }];
  await sandbox.gateway.send(new UpdateDocumentationVersionCommand({ ...at, patchOperations }));
  const found = await sandbox.gateway.send(new GetDocumentationVersionCommand(at));
  expect(found).toMatchObject({ version: '1.0', description: 'new' });
  const { items } = await sandbox.gateway.send(new GetDocumentationVersionsCommand({ restApiId }));
  expect(items).toMatchObject([{ version: '1.0', description: 'new' }]);
  const show = (value: string) =>
    sandbox.gateway.send(
      new UpdateStageCommand({
        restApiId,
        stageName: 'prod',
        patchOperations: [{ op: 'replace', path: '/documentationVersion', value }],
      }),
    );
  const unknown = 'Invalid Documentation version identifier specified';
  expect(await refusalOf(show('9'))).toMatchObject({ status: 400, message: unknown });
  const { deploymentId } = await show('1.0');
  const other = { restApiId, stageName: 'other', deploymentId, documentationVersion: '9' };
  expect(await refusalOf(sandbox.gateway.send(new CreateStageCommand(other)))).toMatchObject({
    status: 400,
    message: unknown,
  });
  const drop = () => sandbox.gateway.send(new DeleteDocumentationVersionCommand(at));
  expect(await refusalOf(drop())).toMatchObject({
    message: 'Active stages pointing to this documentation version must be moved or deleted',
  });
  await sandbox.gateway.send(new DeleteStageCommand({ restApiId, stageName: 'prod' }));
  expect((await drop()).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(drop())).toEqual({ name: 'NotFoundException', message: unknown, status: 404 });
});
