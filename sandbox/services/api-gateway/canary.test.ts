import {
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateStageCommand,
  type CreateStageCommandInput,
  DeleteDeploymentCommand,
  GetStageCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let first: string;
let second: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const api = await createTestApi(sandbox);
  restApiId = api.restApiId;
  const address = { restApiId, resourceId: api.root, httpMethod: 'GET' };
  await sandbox.gateway.send(new PutMethodCommand({ ...address, authorizationType: 'NONE' }));
  await sandbox.gateway.send(new PutIntegrationCommand({ ...address, type: 'MOCK' }));
  first = await deploy();
  second = await deploy();
});

async function deploy(more: Partial<CreateDeploymentCommandInput> = {}): Promise<string> {
  return (await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, ...more }))).id ?? '';
}

const create = (more: Partial<CreateStageCommandInput> = {}) =>
  sandbox.gateway.send(new CreateStageCommand({ restApiId, stageName: 'dev', deploymentId: first, ...more }));
const update = (...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations }));
const get = () => sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'dev' }));
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });
const remove = (path: string): PatchOperation => ({ op: 'remove', path });
const copy = (from: string, path: string): PatchOperation => ({ op: 'copy', from, path });

test('a canary: begun by a stage, led on by a deployment, promoted, removed', async () => {
  const overrides = { a: 'canary' };
  const created = await create({
    variables: { a: '1', b: '2' },
    canarySettings: { deploymentId: second, percentTraffic: 50, stageVariableOverrides: overrides },
  });
  expect(created.canarySettings).toEqual({
    deploymentId: second,
    percentTraffic: 50,
    stageVariableOverrides: overrides,
    useStageCache: false,
  });
  const third = await deploy({
    stageName: 'dev',
    canarySettings: { percentTraffic: 10, stageVariableOverrides: overrides },
  });
  expect(await get()).toMatchObject({
    deploymentId: first,
    canarySettings: { deploymentId: third, percentTraffic: 10 },
  });
  expect(await refusalOf(deploy({ stageName: 'dev' }))).toMatchObject({ status: 400 });
  const inUse = sandbox.gateway.send(new DeleteDeploymentCommand({ restApiId, deploymentId: third }));
  expect(await refusalOf(inUse)).toMatchObject({ name: 'BadRequestException', status: 400 });

  await update(
    replace('/canarySettings/stageVariableOverrides/a', 'updated'),
    replace('/canarySettings/useStageCache', 'true'),
  );
  const promoted = await update(
    copy('/canarySettings/deploymentId', '/deploymentId'),
    copy('/canarySettings/stageVariableOverrides', '/variables'),
    replace('/canarySettings/percentTraffic', '0'),
  );
  expect(promoted).toMatchObject({
    deploymentId: third,
    variables: { a: 'updated', b: '2' },
    canarySettings: { deploymentId: third, percentTraffic: 0, useStageCache: true },
  });
  expect((await update(remove('/canarySettings'))).canarySettings).toBeUndefined();
});

test('a canary that an update begins has no traffic, or the deployment of the stage', async () => {
  await create();
  const canary = async (operation: PatchOperation) => (await update(operation)).canarySettings;
  expect(await canary(replace('/canarySettings/deploymentId', second))).toEqual({
    deploymentId: second,
    percentTraffic: 0,
    useStageCache: false,
  });
  await update(remove('/canarySettings'));
  expect(await canary(replace('/canarySettings/percentTraffic', '50'))).toEqual({
    deploymentId: first,
    percentTraffic: 50,
    useStageCache: false,
  });
});

const notForCanary = 'Invalid deployment content specified.';

test.each<[string | undefined, string]>([
  [
    undefined,
    `${notForCanary}Non null and non empty stageName must be provided for canary deployment. Provided value is null`,
  ],
  ['', `${notForCanary}Non null and non empty stageName must be provided for canary deployment. Provided value is `],
  [
    'non-existing',
    `${notForCanary}Stage non-existing must already be created before making a canary release deployment`,
  ],
])('refuses a canary deployment to the stage %j', async (stageName, message) => {
  const refused = await refusalOf(deploy({ ...(stageName === undefined ? {} : { stageName }), canarySettings: {} }));
  expect(refused).toEqual({ name: 'BadRequestException', message, status: 400 });
  expect(await refusalOf(create({ canarySettings: { deploymentId: 'nope' } }))).toMatchObject({
    message: 'Deployment id does not exist',
  });
});
