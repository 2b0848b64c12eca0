import {
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateDocumentationVersionCommand,
  CreateStageCommand,
  type CreateStageCommandInput,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  GenerateClientCertificateCommand,
  GetAccountCommand,
  GetStageCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateAccountCommand,
  UpdateDeploymentCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let first: string;

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
});
afterEach(() => sandbox.admin('PATCH', 'dials', { cacheClusterMs: 0 }));

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

const settings = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

test('every setting of a method; a new block begins as the one of all', async () => {
  await create();
  const { methodSettings } = await update(
    replace('/*/*/caching/enabled', 'true'),
    replace('/test/GET/throttling/burstLimit', '124'),
    replace('/~1a~1b/POST/metrics/enabled', 'true'),
    replace('/~1a~1b/POST/logging/loglevel', 'ERROR'),
    replace('/~1a~1b/POST/logging/dataTrace', 'true'),
    replace('/~1a~1b/POST/throttling/rateLimit', '0.5'),
    replace('/a/b/GET/caching/ttlInSeconds', '10'),
    replace('/a/b/GET/caching/dataEncrypted', 'true'),
    replace('/a/b/GET/caching/requireAuthorizationForCacheControl', 'banana'),
    replace('/a/b/GET/caching/unauthorizedCacheControlHeaderStrategy', 'FAIL_WITH_403'),
  );
  const all = { ...settings, cachingEnabled: true };
  const whole = {
    '*/*': all,
    'test/GET': { ...all, throttlingBurstLimit: 124 },
    '~1a~1b/POST': {
      ...all,
      metricsEnabled: true,
      loggingLevel: 'ERROR',
      dataTraceEnabled: true,
      throttlingRateLimit: 0.5,
    },
    'a/b/GET': {
      ...all,
      cacheTtlInSeconds: 10,
      cacheDataEncrypted: true,
      requireAuthorizationForCacheControl: false,
      unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
    },
  };
  expect([methodSettings, (await get()).methodSettings]).toEqual([whole, whole]);
  const { '*/*': _gone, ...others } = whole;
  expect((await update(remove('/*/*'))).methodSettings).toEqual(others);
  expect((await update(remove('/~1a~1b/POST'), remove('/a/b/GET'), remove('/test/GET'))).methodSettings).toEqual({});
});

test('variables, logs and the other plain members, there and back', async () => {
  for (const documentationVersion of ['v1', 'v2'])
    await sandbox.gateway.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion }));
  await create({ variables: { a: '1' }, documentationVersion: 'v1' });
  const { $metadata: _, lastUpdatedDate: _date, ...before } = await get();
  const { clientCertificateId = '' } = await sandbox.gateway.send(new GenerateClientCertificateCommand({}));
  const changed = await update(
    replace('/description', 'text'),
    replace('/documentationVersion', 'v2'),
    replace('/clientCertificateId', clientCertificateId),
    replace('/tracingEnabled', 'true'),
    replace('/variables/b', '2'),
    { op: 'add', path: '/accessLogSettings/destinationArn', value: 'arn:aws:logs:us-east-1:123456789012:log-group:l' },
    replace('/accessLogSettings/format', '$context.requestId'),
  );
  expect(changed).toMatchObject({
    description: 'text',
    documentationVersion: 'v2',
    clientCertificateId,
    tracingEnabled: true,
    variables: { a: '1', b: '2' },
    accessLogSettings: {
      destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:l',
      format: '$context.requestId',
    },
  });
  const {
    $metadata: __,
    lastUpdatedDate: ___,
    ...after
  } = await update(
    replace('/description', ''),
    replace('/documentationVersion', 'v1'),
    replace('/clientCertificateId', ''),
    replace('/tracingEnabled', 'false'),
    remove('/variables/b'),
    remove('/accessLogSettings'),
  );
  expect(after).toEqual(before);
  expect((await update(remove('/variables'))).variables).toBeUndefined();
});

const noBlock = (name: string) =>
  `Cannot remove method setting ${name} because there is no method setting for this method `;
const listed =
  '[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]';

test.each<[PatchOperation, string]>([
  [remove('/*/*'), noBlock('*/*')],
  [remove('/accessLogSettings/destinationArn'), noBlock('accessLogSettings/destinationArn')],
  [remove('/canarySettings/stageVariableOverrides'), noBlock('canarySettings/stageVariableOverrides')],
  [
    replace('/documentation_version', 'x'),
    `Invalid method setting path: /documentation_version. Must be one of: ${listed}`,
  ],
  [replace('/tags/a', 'x'), `Invalid method setting path: /tags/a. Must be one of: ${listed}`],
  [replace('/canarySettings', 'x'), `Invalid method setting path: /canarySettings. Must be one of: ${listed}`],
  [replace('/*/*/magic/enabled', 'x'), `Invalid method setting path: /*/*/magic/enabled. Must be one of: ${listed}`],
  [replace('/accessLogSettings/format', ''), 'Access Log value must not be empty'],
  [
    replace('/accessLogSettings/colour', 'x'),
    'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
  ],
  [
    { op: 'add', path: '/canarySettings/deploymentId', value: 'x' },
    'Invalid add operation with path: /canarySettings/deploymentId',
  ],
  [replace('/deploymentId', 'nope'), 'Deployment id does not exist'],
  [replace('/canarySettings/deploymentId', 'nope'), 'Deployment id does not exist'],
  [copy('/canarySettings/deploymentId', '/deploymentId'), 'Promotion not available. Canary does not exist.'],
  [
    copy('/variables', '/canarySettings/stageVariableOverrides'),
    'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
  ],
])('refuses the patch %j, and does nothing of it', async (operation, message) => {
  await create();
  expect(await refusalOf(update(replace('/description', 'changed'), operation))).toEqual({
    name: 'BadRequestException',
    message,
    status: 400,
  });
  expect((await get()).description).toBeUndefined();
});

test.each([
  '/*/*/logging/loglevel',
  '/*/*/throttling/burstLimit',
  '/*/*/throttling/rateLimit',
  '/*/*/caching/ttlInSeconds',
  '/*/*/caching/unauthorizedCacheControlHeaderStrategy',
  '/cacheClusterSize',
  '/canarySettings/percentTraffic',
])('refuses a senseless value of %s', async (path) => {
  await create();
  expect(await refusalOf(update(replace(path, '-1')))).toMatchObject({ name: 'BadRequestException', status: 400 });
});

test('a cache comes, is flushed and goes, each in its time', async () => {
  await sandbox.admin('PATCH', 'dials', { cacheClusterMs: 60_000 });
  const later = () => sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  const status = async () => (await get()).cacheClusterStatus;
  await create();
  expect(await status()).toBe('NOT_AVAILABLE');
  expect(await update(replace('/cacheClusterEnabled', 'true'))).toMatchObject({
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
    cacheClusterStatus: 'CREATE_IN_PROGRESS',
  });
  await later();
  expect(await status()).toBe('AVAILABLE');
  const at = { restApiId, stageName: 'dev' };
  expect((await sandbox.gateway.send(new FlushStageCacheCommand(at))).$metadata.httpStatusCode).toBe(202);
  expect(await status()).toBe('FLUSH_IN_PROGRESS');
  await later();
  expect((await update(replace('/cacheClusterSize', '1.6'))).cacheClusterStatus).toBe('CREATE_IN_PROGRESS');
  await later();
  expect((await update(replace('/cacheClusterEnabled', 'false'))).cacheClusterStatus).toBe('DELETE_IN_PROGRESS');
  await later();
  expect(await status()).toBe('NOT_AVAILABLE');
  const flushed = await sandbox.gateway.send(new FlushStageAuthorizersCacheCommand(at));
  expect(flushed.$metadata.httpStatusCode).toBe(202);
  for (const Command of [FlushStageCacheCommand, FlushStageAuthorizersCacheCommand]) {
    const elsewhere = sandbox.gateway.send(new Command({ ...at, stageName: 'nope' }));
    expect((await refusalOf(elsewhere)).message).toBe('Invalid stage identifier specified');
  }
});

test('logs need the role of the account', async () => {
  const account = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateAccountCommand({ patchOperations }));
  const { cloudwatchRoleArn } = await sandbox.gateway.send(new GetAccountCommand({}));
  await create();
  expect((await account(replace('/cloudwatchRoleArn', ''))).cloudwatchRoleArn).toBeUndefined();
  expect((await refusalOf(update(replace('/*/*/logging/loglevel', 'INFO')))).message).toBe(
    'CloudWatch Logs role ARN must be set in account settings to enable logging',
  );
  await update(replace('/*/*/logging/loglevel', 'OFF'));
  expect(await account(replace('/cloudwatchRoleArn', cloudwatchRoleArn))).toMatchObject({
    cloudwatchRoleArn,
    throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
    features: ['UsagePlans'],
  });
  await update(replace('/*/*/logging/loglevel', 'INFO'));
  expect((await refusalOf(account({ op: 'remove', path: '/features', value: 'UsagePlans' }))).message).toBe(
    'Usage Plans cannot be disabled once enabled',
  );
  expect((await refusalOf(account(replace('/throttleSettings', 'x')))).message).toBe(
    'Invalid patch path /throttleSettings',
  );
  expect(await refusalOf(account(replace('/cloudwatchRoleArn', 'x')))).toMatchObject({ status: 400 });
});

test('of a deployment, the description alone can be changed', async () => {
  const patch = (operation: PatchOperation) =>
    sandbox.gateway.send(new UpdateDeploymentCommand({ restApiId, deploymentId: first, patchOperations: [operation] }));
  expect((await patch(replace('/description', 'text'))).description).toBe('text');
  expect((await refusalOf(patch(replace('/id', 'x')))).message).toBe(
    "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]",
  );
});
