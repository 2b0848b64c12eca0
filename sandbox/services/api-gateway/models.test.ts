import {
  CreateModelCommand,
  type CreateModelCommandInput,
  CreateResourceCommand,
  DeleteMethodCommand,
  DeleteModelCommand,
  GetModelCommand,
  GetModelsCommand,
  type PatchOperation,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
  UpdateModelCommand,
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
