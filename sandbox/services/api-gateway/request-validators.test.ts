import {
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  DeleteMethodCommand,
  DeleteRequestValidatorCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  type PatchOperation,
  PutMethodCommand,
  type PutMethodCommandInput,
  UpdateRequestValidatorCommand,
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
