import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import {
  CreateDeploymentCommand,
  GetSdkCommand,
  GetSdkTypeCommand,
  GetSdkTypesCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-sdk-'));

const method = { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } };
const parameters = [
  { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
  { name: 'page', in: 'query', schema: { type: 'string' } },
  { name: 'X-Tenant', in: 'header', schema: { type: 'string' } },
];
const document = {
  openapi: '3.0.1',
  info: { title: 'pets', version: '1' },
  paths: { '/': { get: method }, '/pets/{petId}': { get: { ...method, parameters }, post: { ...method, parameters } } },
};

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ restApiId } = await createTestApi(sandbox));
  const body = Buffer.from(JSON.stringify(document));
  await sandbox.gateway.send(new PutRestApiCommand({ restApiId, body, mode: 'overwrite' }));
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(directory, { recursive: true });
});

const get = (sdkType: string, given: Record<string, string> = {}) =>
  sandbox.gateway.send(new GetSdkCommand({ restApiId, stageName: 'prod', sdkType, parameters: given }));

/** Unpacks with another program than ours. */
function unpacked(archive: Uint8Array | undefined): string {
  const target = mkdtempSync(path.join(directory, 'sdk-'));
  const file = path.join(target, 'sdk.zip');
  writeFileSync(file, archive ?? '');
  execFileSync('unzip', ['-q', file, '-d', target]);
  return target;
}
const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

it('knows the languages, and what each must be told', async () => {
  const { items = [] } = await sandbox.gateway.send(new GetSdkTypesCommand({}));
  expect(items.map(({ id }) => id)).toEqual(['android', 'java', 'javascript', 'objectivec', 'ruby', 'swift']);
  const java = await sandbox.gateway.send(new GetSdkTypeCommand({ id: 'java' }));
  expect(java.configurationProperties).toMatchObject([
    { name: 'serviceName', required: true },
    { name: 'javaPackageName', required: true },
  ]);
  expect(await refusalOf(sandbox.gateway.send(new GetSdkTypeCommand({ id: 'cobol' })))).toMatchObject({ status: 404 });
  expect(await refusalOf(get('cobol'))).toMatchObject({ name: 'BadRequestException' });
  expect(await refusalOf(get('java', { serviceName: 'Pets' }))).toMatchObject({
    message: 'Missing required SDK parameters: javaPackageName',
  });
});

it.runIf(hasUnzip)('the JavaScript client calls the API as AWS names its methods', async () => {
  const answer = await get('javascript');
  expect(answer.contentType).toBe('application/octet-stream');
  expect(answer.contentDisposition).toMatch(/^attachment; filename="javascript_\d{4}-\d\d-\d\d_\d\d-\d\dZ\.zip"$/);
  const file = path.join(unpacked(answer.body), 'apiGateway-js-sdk', 'apigClient.js');
  expect(readFileSync(file, 'utf8')).toContain(`https://${restApiId}.execute-api.us-east-1.amazonaws.com/prod`);
  const script = file.replace(/\.js$/, '.cjs');
  writeFileSync(script, readFileSync(file));
  const server = createServer(async (request, response) => {
    const { method: verb, url, headers } = request;
    const [tenant, key] = [headers['x-tenant'], headers['x-api-key']];
    response.end(JSON.stringify({ verb, url, tenant, key, body: await text(request) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/prod/`;
  type Send = (params?: object, body?: object) => Promise<{ status: number; data: object }>;
  const factory = createRequire(import.meta.url)(script) as { newClient(config: object): Record<string, Send> };
  const client = factory.newClient({ endpoint, apiKey: 'key' });
  expect(Object.keys(client).sort()).toEqual(['petsPetIdGet', 'petsPetIdPost', 'rootGet']);
  const params = { petId: 'a b', page: 2, 'X-Tenant': 'one' };
  expect(await client.petsPetIdPost?.(params, { name: 'Rex' })).toMatchObject({
    status: 200,
    data: { verb: 'POST', url: '/prod/pets/a%20b?page=2', tenant: 'one', key: 'key', body: '{"name":"Rex"}' },
  });
  expect((await client.rootGet?.())?.data).toMatchObject({ verb: 'GET', url: '/prod/' });
  server.close();
  server.closeAllConnections();
});

it.runIf(hasUnzip)('other languages get the document to make a client of', async () => {
  const { body } = await get('ruby', { serviceName: 'Pets' });
  const made = JSON.parse(readFileSync(path.join(unpacked(body), 'openapi.json'), 'utf8'));
  expect(Object.keys(made.paths)).toEqual(['/', '/pets/{petId}']);
});
