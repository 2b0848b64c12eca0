import {
  GetRestApiCommand,
  GetRestApisCommand,
  type PatchOperation,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  ({ restApiId } = await createTestApi(sandbox));
});

const update = (...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });

test('a policy is answered with whole ARNs, escaped once more', async () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/GET/x' }],
  };
  const escaped =
    String.raw`{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",` +
    String.raw`\"Resource\":\"arn:aws:execute-api:us-east-1:123456789012:API\/*\/GET\/x\"}]}`.replace('API', restApiId);
  expect((await update(replace('/policy', JSON.stringify(policy, null, 2)))).policy).toBe(escaped);
  expect((await sandbox.gateway.send(new GetRestApiCommand({ restApiId }))).policy).toBe(escaped);
  const { items = [] } = await sandbox.gateway.send(new GetRestApisCommand({ limit: 500 }));
  expect(items.find((api) => api.id === restApiId)?.policy).toBe(escaped);
  expect((await update(replace('/policy', ''))).policy).toBeUndefined();
});

test('the endpoint becomes private, with its VPC endpoints, and public again', async () => {
  const endpoints = '/endpointConfiguration/vpcEndpointIds';
  const privately = await update(
    replace('/endpointConfiguration/ipAddressType', 'dualstack'),
    replace('/endpointConfiguration/types/REGIONAL', 'PRIVATE'),
    { op: 'add', path: endpoints, value: 'vpce-1' },
    { op: 'add', path: endpoints, value: 'vpce-2' },
  );
  expect(privately.endpointConfiguration).toEqual({
    types: ['PRIVATE'],
    ipAddressType: 'dualstack',
    vpcEndpointIds: ['vpce-1', 'vpce-2'],
  });
  const publicly = await update(
    { op: 'remove', path: endpoints, value: 'vpce-1' },
    { op: 'remove', path: endpoints, value: 'vpce-2' },
    replace('/endpointConfiguration/types/0', 'REGIONAL'),
    replace('/endpointConfiguration/ipAddressType', 'ipv4'),
  );
  expect(publicly.endpointConfiguration).toMatchObject({ types: ['REGIONAL'], ipAddressType: 'ipv4' });
});

test.each<[PatchOperation, string]>([
  [
    replace('/policy', '{"Version":'),
    'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
  ],
  [
    { op: 'add', path: '/endpointConfiguration/types/PRIVATE', value: 'PRIVATE' },
    "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
  ],
  [
    replace('/endpointConfiguration/types/0', 'LUNAR'),
    'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE',
  ],
  [replace('/endpointConfiguration/ipAddressType', 'ipv6'), 'ipAddressType must be either ipv4 or dualstack.'],
  [replace('/binaryMediaTypes', 'x'), 'Invalid patch path /binaryMediaTypes'],
  [{ op: 'add', path: '/name', value: 'x' }, 'Invalid patch operation specified. Must be one of: [replace]'],
])('refuses the patch %j', async (operation, message) => {
  expect(await refusalOf(update(replace('/name', 'changed'), operation))).toMatchObject({ message, status: 400 });
  expect((await sandbox.gateway.send(new GetRestApiCommand({ restApiId }))).name).toBe('api');
});
