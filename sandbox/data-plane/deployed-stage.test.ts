import { request } from 'node:http';
import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateIntegrationResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeploymentSnapshot } from '../model';
import { createTestApi, startTestSandbox, type TestSandbox } from '../test-sandbox';
import { wholeSnapshot } from './deployed-stage';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

function get(host: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.ports.http, path, headers: { host } }, async (response) => {
      let body = '';
      for await (const chunk of response) body += String(chunk);
      resolve(body);
    })
      .on('error', reject)
      .end();
  });
}

const template = (text: string) =>
  `{"says": "${text}", "canary": "$context.isCanaryRequest", "v": "$stageVariables.v"}`;

it('a stage serves its deployment, another one as soon as it is led there, and a canary its share', async () => {
  const { gateway } = sandbox;
  const { restApiId, root: parentId } = await createTestApi(sandbox);
  const { id: resourceId } = await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart: 'a' }));
  const at = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await gateway.send(new PutIntegrationCommand({ ...at, type: 'MOCK', requestTemplates }));
  await gateway.send(new PutMethodResponseCommand({ ...at, statusCode: '200' }));
  const responseTemplates = { 'application/json': template('one') };
  await gateway.send(new PutIntegrationResponseCommand({ ...at, statusCode: '200', responseTemplates }));
  const { id: first } = await gateway.send(
    new CreateDeploymentCommand({ restApiId, stageName: 'prod', variables: { v: 'stage' } }),
  );
  await gateway.send(
    new UpdateIntegrationResponseCommand({
      ...at,
      statusCode: '200',
      patchOperations: [{ op: 'replace', path: '/responseTemplates/application~1json', value: template('two') }],
    }),
  );
  const { id: second } = await gateway.send(new CreateDeploymentCommand({ restApiId }));
  const host = `${restApiId}.execute-api.us-east-1.amazonaws.com`;
  const patch = (path: string, value: string | undefined) =>
    gateway.send(
      new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path, value }] }),
    );
  const seen = async () => JSON.parse(await get(host, '/prod/a'));

  expect(await seen()).toEqual({ says: 'one', canary: 'false', v: 'stage' });
  await patch('/canarySettings/deploymentId', second);
  expect((await seen()).says).toBe('one');
  await patch('/canarySettings/stageVariableOverrides/v', 'canary');
  await patch('/canarySettings/percentTraffic', '100');
  expect(await seen()).toEqual({ says: 'two', canary: 'true', v: 'canary' });
  await patch('/canarySettings/percentTraffic', '0');
  await patch('/deploymentId', second);
  expect(await seen()).toEqual({ says: 'two', canary: 'false', v: 'stage' });
  await patch('/deploymentId', first);
  expect((await seen()).says).toBe('one');
});

it('deployments from before the sandbox kept more than resources are read as having none of the rest', () => {
  const old = { restApi: { id: 'a' }, resources: [] } as unknown as DeploymentSnapshot;
  const none = { authorizers: [], models: [], requestValidators: [], gatewayResponses: [] };
  expect(wholeSnapshot(old)).toEqual({ ...old, ...none });
});
