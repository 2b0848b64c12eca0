import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateVpcLinkCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { createDeployment } from './api-gateway/create-deployment';
import { createStage } from './api-gateway/create-stage';
import { deleteMethod } from './api-gateway/delete-method';
import { getDeployment } from './api-gateway/get-deployment';
import { getDeployments } from './api-gateway/get-deployments';
import { getExport } from './api-gateway/get-export';
import { getStage } from './api-gateway/get-stage';
import { getVpcLinks } from './api-gateway/get-vpc-links';
import { testInvokeMethod } from './api-gateway/test-invoke-method';
import { updateStage } from './api-gateway/update-stage';
import type { Aws } from './clients';
import { listFunctions } from './lambda/list-functions';
import { testGateway } from './testing/test-gateway';

let box: SandboxAws;
let aws: Aws;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
});
afterAll(() => box.stop());

describe('deployments and stages', () => {
  test('a deployment, a stage beside it, one rolled back', async () => {
    const { restApiId } = await testGateway(aws);
    expect(await getDeployments(aws, restApiId)).toEqual([]);
    const first = await createDeployment(aws, { restApiId, stage: 'prod', description: 'first' });
    const second = await createDeployment(aws, { restApiId, stage: 'prod', description: null });
    expect(first).toEqual({ id: expect.any(String), description: 'first', createdAt: expect.any(String) });
    expect((await getDeployments(aws, restApiId)).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(await getDeployment(aws, { restApiId, deploymentId: first.id })).toEqual(first);
    expect(await getDeployment(aws, { restApiId, deploymentId: 'nope12' })).toBeNull();
    const variables = { backend: 'test.example.com' };
    const input = { restApiId, stage: 'test', deploymentId: first.id, description: 'for tests', variables };
    expect(await createStage(aws, input)).toMatchObject({ name: 'test', deploymentId: first.id, variables });
    await expect(createStage(aws, input)).rejects.toMatchObject({ kind: 'conflict' });
    const patch = [{ op: 'replace' as const, path: '/deploymentId', value: first.id }];
    const rolled = await updateStage(aws, { restApiId, stage: 'prod' }, patch);
    expect(rolled).toMatchObject({ name: 'prod', deploymentId: first.id });
    expect(await getStage(aws, { restApiId, stage: 'prod' })).toEqual(rolled);
    expect(await getStage(aws, { restApiId, stage: 'nope' })).toBeNull();
  });

  test('the export of a stage is what it serves', async () => {
    const { restApiId, at } = await testGateway(aws);
    await createDeployment(aws, { restApiId, stage: 'prod', description: null });
    await deleteMethod(aws, at);
    expect(await getExport(aws, { restApiId, stage: 'prod' })).toMatchObject({
      openapi: expect.stringMatching(/^3\.0/),
      paths: { '/{id}': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } },
    });
    await expect(getExport(aws, { restApiId, stage: 'nope' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a method is tested once, whatever happens, and AWS has nothing new from it', async () => {
    const { at } = await testGateway(aws);
    const request = { pathWithQuery: '/7?a=1', headers: { 'X-A': ['1', '2'] }, body: null, stageVariables: {} };
    let changes = 0;
    const watched = box.door({ onChange: () => changes++ });
    expect(await testInvokeMethod(watched, at, request)).toMatchObject({
      status: 200,
      body: '{"ok": true}',
      headers: { 'Content-Type': ['application/json'] },
      log: expect.stringContaining('Method completed with status: 200'),
    });
    expect(changes).toBe(0);
    await box.admin('DELETE', 'calls');
    await box.fault({ service: 'apigateway', operation: 'TestInvokeMethod', kind: 'reset-after' });
    await expect(testInvokeMethod(aws, at, request)).rejects.toMatchObject({ kind: 'unreachable' });
    await box.admin('DELETE', 'faults');
    expect(await box.calls('TestInvokeMethod')).toHaveLength(1);
  });
});

test('a back end may take longer than AWS may otherwise', async () => {
  const server = createServer((_, response) => {
    const answer = () => response.writeHead(200, { 'x-amzn-requestid': 'r-1' }).end('{"status": 200, "log": ""}');
    setTimeout(answer, 600);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hasty = box.door({ timeoutMs: 150, endpoint });
  try {
    const at = { restApiId: 'api', resourceId: 'res', verb: 'GET' as const };
    const request = { pathWithQuery: '/', headers: {}, body: null, stageVariables: {} };
    expect(await testInvokeMethod(hasty, at, request)).toMatchObject({ status: 200 });
    await expect(getStage(hasty, { restApiId: 'api', stage: 'prod' })).rejects.toMatchObject({ kind: 'unreachable' });
  } finally {
    hasty.close();
    server.close();
  }
});

test('what integrations can point at: VPC links and functions', async () => {
  expect(await getVpcLinks(aws)).toEqual([]);
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/inner/50dc6c495c0c9188'];
  await aws.apiGateway.send(new CreateVpcLinkCommand({ name: 'inner', targetArns }));
  expect(await getVpcLinks(aws)).toMatchObject([{ id: expect.any(String), name: 'inner', targetArns }]);
  expect(await listFunctions(aws)).toEqual(expect.any(Array));
});
