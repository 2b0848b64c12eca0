import {
  CreateResourceCommand,
  DeleteRestApiCommand,
  GetResourceCommand,
  type PatchOperation,
  UpdateResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
/** By path. */
let ids: Record<string, string>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const api = await createTestApi(sandbox);
  restApiId = api.restApiId;
  ids = { '/': api.root };
  for (const path of ['/orders', '/orders/{id}', '/orders/{id}/lines', '/shop', '/shop/{proxy+}', '/ordersandmore']) {
    const parent = path.slice(0, path.lastIndexOf('/')) || '/';
    const { id = '' } = await sandbox.gateway.send(
      new CreateResourceCommand({ restApiId, parentId: ids[parent] ?? '', pathPart: path.split('/').at(-1) }),
    );
    ids[path] = id;
  }
});

const update = (path: string, ...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateResourceCommand({ restApiId, resourceId: ids[path], patchOperations }));
const rename = (value: string): PatchOperation => ({ op: 'replace', path: '/pathPart', value });
const move = (to: string): PatchOperation => ({ op: 'replace', path: '/parentId', value: ids[to] ?? to });
const pathOf = async (path: string) =>
  (await sandbox.gateway.send(new GetResourceCommand({ restApiId, resourceId: ids[path] }))).path;

test('a renamed resource takes the paths below along, and no others', async () => {
  expect(await update('/orders', rename('bookings'))).toMatchObject({ path: '/bookings', pathPart: 'bookings' });
  expect(await pathOf('/orders/{id}/lines')).toBe('/bookings/{id}/lines');
  expect(await pathOf('/ordersandmore')).toBe('/ordersandmore');
});

test('a moved resource takes the paths below along; moved and renamed at once', async () => {
  expect(await update('/orders/{id}', move('/ordersandmore'), rename('{key}'))).toMatchObject({
    parentId: ids['/ordersandmore'],
    path: '/ordersandmore/{key}',
  });
  expect(await pathOf('/orders/{id}/lines')).toBe('/ordersandmore/{key}/lines');
});

test.each<[string, () => PatchOperation[], string]>([
  ['/', () => [rename('x')], 'Root resource cannot update its pathPart.'],
  ['/', () => [move('/shop')], 'Root resource cannot update its parentId.'],
  ['/orders', () => [move('/orders/{id}/lines')], 'Resources cannot be cyclical.'],
  ['/orders', () => [move('/orders')], 'Resources cannot be cyclical.'],
  ['/orders', () => [rename('shop')], 'Another resource with the same parent already has this name: shop'],
  [
    '/orders/{id}',
    () => [move('/shop')],
    'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
  ],
  [
    '/orders',
    () => [move('/shop/{proxy+}')],
    'Cannot create a child of a resource with a greedy path variable: {proxy+}',
  ],
  ['/orders/{id}', () => [rename('{id+}')], 'Cannot create a child of a resource with a greedy path variable: {id+}'],
  ['/orders', () => [move('nowhere')], 'Invalid Resource identifier specified'],
  [
    '/orders',
    () => [{ op: 'replace', path: '/path', value: '/x' }],
    "Invalid patch path  '/path' specified for op 'replace'. Must be one of: [/parentId, /pathPart]",
  ],
  [
    '/orders',
    () => [{ op: 'add', path: '/pathPart', value: 'x' }],
    "Invalid patch path  '/pathPart' specified for op 'add'. Please choose supported operations",
  ],
])('%s: a refused update %# changes nothing', async (path, operations, message) => {
  expect((await refusalOf(update(path, ...operations()))).message).toBe(message);
  expect(await pathOf('/orders/{id}/lines')).toBe('/orders/{id}/lines');
});

test('several operations are one: the second refused, the first is not done', async () => {
  await refusalOf(update('/orders', rename('bookings'), move('/orders/{id}')));
  expect(await pathOf('/orders')).toBe('/orders');
});

test('unknown operations are refused by the framework, all at once', async () => {
  const wrong = { op: 'wrong' as 'add', path: '/pathPart' };
  const constraint =
    'failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]';
  expect(await refusalOf(update('/orders', wrong, rename('x'), wrong))).toEqual({
    name: 'ValidationException',
    message:
      `2 validation errors detected: Value 'wrong' at 'updateResourceInput.patchOperations.1.member.op' ${constraint}; ` +
      `Value 'wrong' at 'updateResourceInput.patchOperations.3.member.op' ${constraint}`,
    status: 400,
  });
});

test('the quota of resources is a dial', async () => {
  const create = (pathPart: string) =>
    sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId: ids['/'], pathPart }));
  await sandbox.admin('PATCH', 'dials', { maxResources: 8 });
  await create('eighth');
  expect(await refusalOf(create('ninth'))).toMatchObject({ name: 'LimitExceededException', status: 429 });
  await sandbox.admin('PATCH', 'dials', { maxResources: 300 });
  await create('ninth');
  await sandbox.gateway.send(new DeleteRestApiCommand({ restApiId }));
  expect(await refusalOf(create('tenth'))).toMatchObject({ message: 'Invalid Resource identifier specified' });
});
