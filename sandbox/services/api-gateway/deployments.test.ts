import {
  CreateBasePathMappingCommand,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteMethodCommand,
  DeleteRestApiCommand,
  DeleteStageCommand,
  GetAccountCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  GetStagesCommand,
  GetTagsCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
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

const address = () => ({ restApiId, resourceId: root, httpMethod: 'GET' });

async function mockMethod(): Promise<void> {
  await sandbox.gateway.send(new PutMethodCommand({ ...address(), authorizationType: 'NONE' }));
  await sandbox.gateway.send(new PutIntegrationCommand({ ...address(), type: 'MOCK' }));
}

async function deploy(stageName?: string): Promise<string> {
  const { id } = await sandbox.gateway.send(
    new CreateDeploymentCommand({ restApiId, ...(stageName ? { stageName } : {}) }),
  );
  return id ?? '';
}

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });

test('only an API with methods and integrations can be deployed', async () => {
  expect(await refusalOf(deploy())).toMatchObject({ message: "The REST API doesn't contain any methods", status: 400 });
  await sandbox.gateway.send(new PutMethodCommand({ ...address(), authorizationType: 'NONE' }));
  expect(await refusalOf(deploy())).toMatchObject({ message: 'No integration defined for method', status: 400 });
});

test('a deployment keeps what was there, whatever happens to the API', async () => {
  await mockMethod();
  const id = await deploy();
  await sandbox.gateway.send(new DeleteMethodCommand(address()));
  const got = await sandbox.gateway.send(
    new GetDeploymentCommand({ restApiId, deploymentId: id, embed: ['apisummary'] }),
  );
  expect(got.apiSummary).toEqual({ '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
  expect(
    (await sandbox.gateway.send(new GetDeploymentCommand({ restApiId, deploymentId: id }))).apiSummary,
  ).toBeUndefined();
});

test('rolling back is pointing the stage to an older deployment', async () => {
  await mockMethod();
  const first = await deploy('prod');
  const second = await deploy('prod');
  const stage = async () =>
    (await sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'prod' }))).deploymentId;
  expect(await stage()).toBe(second);
  const point = (to: string) =>
    sandbox.gateway.send(
      new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [replace('/deploymentId', to)] }),
    );
  expect((await point(first)).deploymentId).toBe(first);
  expect(await refusalOf(point('nope'))).toEqual({
    name: 'BadRequestException',
    message: 'Deployment id does not exist',
    status: 400,
  });
  const remove = (deploymentId: string) =>
    sandbox.gateway.send(new DeleteDeploymentCommand({ restApiId, deploymentId }));
  expect(await refusalOf(remove(first))).toMatchObject({
    message: 'Active stages pointing to this deployment must be moved or deleted',
    status: 400,
  });
  expect((await remove(second)).$metadata.httpStatusCode).toBe(202);
  expect((await sandbox.gateway.send(new GetDeploymentsCommand({ restApiId }))).items?.map((item) => item.id)).toEqual([
    first,
  ]);
  expect(await refusalOf(remove(second))).toMatchObject({
    message: 'Invalid Deployment identifier specified',
    status: 404,
  });
});

test('a stage: created, shown, changed, deleted', async () => {
  await mockMethod();
  const deploymentId = await deploy();
  const create = (stageName: string, id = deploymentId) =>
    sandbox.gateway.send(
      new CreateStageCommand({ restApiId, stageName, deploymentId: id, variables: { a: '1' }, tags: { t: 'v' } }),
    );
  const created = await create('prod');
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created).toMatchObject({
    stageName: 'prod',
    deploymentId,
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    variables: { a: '1' },
    tags: { t: 'v' },
  });
  expect(await refusalOf(create('prod'))).toEqual({
    name: 'ConflictException',
    message: 'Stage already exists',
    status: 409,
  });
  expect(await refusalOf(create('other', 'nope'))).toMatchObject({
    message: 'Deployment id does not exist',
    status: 400,
  });
  expect(await refusalOf(create('bad name'))).toMatchObject({ status: 400 });
  expect(
    (await sandbox.gateway.send(new GetStagesCommand({ restApiId }))).item?.map((stage) => stage.stageName),
  ).toEqual(['prod']);
  expect((await sandbox.gateway.send(new GetStagesCommand({ restApiId, deploymentId: 'nope' }))).item).toEqual([]);

  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }));
  const updated = await patch(replace('/description', 'live'), replace('/variables/b', '2'), {
    op: 'remove',
    path: '/variables/a',
  });
  expect(updated).toMatchObject({ description: 'live', variables: { b: '2' } });
  expect((await patch(replace('/tracingEnabled', 'banana'))).tracingEnabled).toBe(false);
  expect((await refusalOf(patch(replace('/nonsense', 'x')))).message).toMatch(
    /^Invalid method setting path: \/nonsense\. Must be one of: \[\/deploymentId, \/description, \/cacheClusterEnabled, .*\/variables\/\{variable_name\}, \/tracingEnabled\]$/,
  );
  expect(
    (await sandbox.gateway.send(new DeleteStageCommand({ restApiId, stageName: 'prod' }))).$metadata.httpStatusCode,
  ).toBe(202);
  expect(await refusalOf(sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'prod' })))).toMatchObject({
    message: 'Invalid stage identifier specified',
    status: 404,
  });
});

test('what a domain is mapped to stays', async () => {
  await mockMethod();
  await deploy('prod');
  const domainName = 'mapped.org';
  const state = State.open(`${sandbox.dataDir}/sandbox`);
  await state.write((tx) => tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), domainName), { domainName }));
  await state.close();
  await sandbox.gateway.send(new CreateBasePathMappingCommand({ domainName, restApiId, stage: 'prod' }));
  expect(await refusalOf(sandbox.gateway.send(new DeleteStageCommand({ restApiId, stageName: 'prod' })))).toEqual({
    name: 'BadRequestException',
    message:
      'Deleting stage prod failed. Please remove all base path mappings related to the stage in your domains: mapped.org',
    status: 400,
  });
  expect(await refusalOf(sandbox.gateway.send(new DeleteRestApiCommand({ restApiId })))).toEqual({
    name: 'BadRequestException',
    message: `Deleting RestApi ${restApiId} failed. Please remove all base path mappings related to the RestApi in your domains.`,
    status: 400,
  });
});

test('an API: listed, patched, tagged, deleted with all that it has', async () => {
  await mockMethod();
  await deploy('prod');
  expect(
    (await sandbox.gateway.send(new GetRestApisCommand({ limit: 500 }))).items?.some((api) => api.id === restApiId),
  ).toBe(true);
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
  const updated = await patch(
    replace('/name', 'renamed'),
    replace('/disableExecuteApiEndpoint', 'true'),
    { op: 'add', path: '/binaryMediaTypes/image~1png' },
    replace('/minimumCompressionSize', '10'),
  );
  expect(updated).toMatchObject({
    name: 'renamed',
    disableExecuteApiEndpoint: true,
    binaryMediaTypes: ['image/png'],
    minimumCompressionSize: 10,
    tags: {},
  });
  expect((await refusalOf(patch(replace('/minimumCompressionSize', '-1')))).message).toBe(
    'Invalid minimum compression size, must be between 0 and 10485760',
  );
  expect((await refusalOf(patch({ op: 'replace', value: 'x' }))).message).toBe('Invalid patch path null');

  const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}`;
  await sandbox.gateway.send(new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2' } }));
  await sandbox.gateway.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
  expect((await sandbox.gateway.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ b: '2' });
  await sandbox.gateway.send(new TagResourceCommand({ resourceArn: `${resourceArn}/stages/prod`, tags: { s: '1' } }));
  expect((await sandbox.gateway.send(new GetStageCommand({ restApiId, stageName: 'prod' }))).tags).toEqual({ s: '1' });

  expect((await sandbox.gateway.send(new DeleteRestApiCommand({ restApiId }))).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(sandbox.gateway.send(new GetRestApiCommand({ restApiId })))).toEqual({
    name: 'NotFoundException',
    message: `Invalid API identifier specified 123456789012:${restApiId}`,
    status: 404,
  });
  expect(await refusalOf(sandbox.gateway.send(new GetTagsCommand({ resourceArn })))).toMatchObject({ status: 404 });
});

test.each<[ConstructorParameters<typeof CreateRestApiCommand>[0], string]>([
  [{ name: 'x', description: '' }, 'Description cannot be an empty string'],
  [{ name: 'x', minimumCompressionSize: -1 }, 'Invalid minimum compression size, must be between 0 and 10485760'],
  [
    { name: 'x', endpointConfiguration: { types: [] } },
    'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.',
  ],
  [
    { name: 'x', endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } },
    'Cannot create an api with multiple Endpoint Types.',
  ],
  [
    { name: 'x', endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
    'Only dualstack ipAddressType is supported for Private APIs.',
  ],
  [
    { name: 'x', endpointConfiguration: { types: ['wrong' as 'EDGE'] } },
    "1 validation error detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
  ],
  [
    { name: undefined },
    "1 validation error detected: Value null at 'createRestApiInput.name' failed to satisfy constraint: Member must not be null",
  ],
])('refuses the API %j', async (input, message) => {
  expect(await refusalOf(sandbox.gateway.send(new CreateRestApiCommand(input)))).toMatchObject({
    message,
    status: 400,
  });
});

test('the account', async () => {
  expect(await sandbox.gateway.send(new GetAccountCommand({}))).toMatchObject({
    throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
  });
});
