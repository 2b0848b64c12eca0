import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribeCertificateCommand, ListCertificatesCommand } from '@aws-sdk/client-acm';
import {
  CreateDeploymentCommand,
  GetBasePathMappingsCommand,
  GetDomainNamesCommand,
  GetExportCommand,
  GetResourcesCommand,
  GetRestApisCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
import { ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { State } from '../state';
import { startTestSandbox, type TestSandbox } from '../test-sandbox';

// Each start makes RSA keys, slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let directory: string;
let sandbox: TestSandbox;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-seed-'));
  sandbox = await startTestSandbox({ dataDir: directory, seed: true });
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Through the data plane, as a browser of customer1 would. */
function get(
  url: string,
  init: { method?: string; headers?: object; body?: string } = {},
): Promise<{ status: number | undefined; type: string | undefined; body: string }> {
  const servername = 'customer1.example.com';
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: sandbox.ports.https,
      path: url,
      servername,
      ca: sandbox.caPem,
      method: init.method ?? 'GET',
      headers: { host: servername, ...init.headers },
    };
    request(options, async (response) => {
      let body = '';
      for await (const chunk of response) body += String(chunk);
      resolve({ status: response.statusCode, type: response.headers['content-type'], body });
    })
      .on('error', reject)
      .end(init.body);
  });
}

const restApis = async () => (await sandbox.gateway.send(new GetRestApisCommand({}))).items ?? [];

test('there is a shared gateway with its routes, deployed', async () => {
  const [api] = await restApis();
  expect(api).toMatchObject({
    name: 'shared-gateway',
    tags: { 'gatehouse:gateway': 'shared' },
    endpointConfiguration: { types: ['REGIONAL'] },
  });
  const { items = [] } = await sandbox.gateway.send(new GetResourcesCommand({ restApiId: api?.id, limit: 500 }));
  expect(items.map((item) => item.path).toSorted()).toEqual([
    '/',
    '/account',
    '/docs',
    '/docs/{proxy+}',
    '/fulfilment',
    '/health',
    '/inventory',
    '/inventory/{proxy+}',
    '/orders',
    '/orders/{id}',
    '/service1',
    '/service1/{proxy+}',
    '/service2',
    '/service2/{proxy+}',
  ]);
  const { item: stages = [] } = await sandbox.gateway.send(new GetStagesCommand({ restApiId: api?.id }));
  expect(stages).toMatchObject([
    { stageName: 'prod', variables: { environment: 'production' } },
    { stageName: 'staging', variables: { environment: 'staging' } },
  ]);
});

test('there is a tenant, with certificates that were issued a while ago', async () => {
  const { items = [] } = await sandbox.gateway.send(new GetDomainNamesCommand({}));
  expect(items).toMatchObject([
    {
      domainName: 'customer1.example.com',
      tags: { 'gatehouse:tenant': 'customer1', 'gatehouse:tenant-name': 'Customer One' },
    },
  ]);
  const mappings = await sandbox.gateway.send(new GetBasePathMappingsCommand({ domainName: 'customer1.example.com' }));
  expect(mappings.items).toMatchObject([{ basePath: '(none)', stage: 'prod' }]);
  const { CertificateSummaryList = [] } = await sandbox.acm.send(new ListCertificatesCommand({}));
  expect(CertificateSummaryList.map(({ DomainName, Status, InUse }) => [DomainName, Status, InUse]).toSorted()).toEqual(
    [
      ['*.example.com', 'ISSUED', false],
      ['customer1.example.com', 'ISSUED', true],
    ],
  );
  const used = CertificateSummaryList.find((summary) => summary.InUse);
  const { Certificate } = await sandbox.acm.send(
    new DescribeCertificateCommand({ CertificateArn: used?.CertificateArn }),
  );
  expect(Certificate?.RenewalEligibility).toBe('ELIGIBLE');
});

test('traffic of the tenant flows to all three back ends', async () => {
  const service1 = await get('/service1/orders?x=1');
  expect(service1.status).toBe(200);
  const seen = JSON.parse(service1.body) as { path: string; query: object; headers: object };
  expect(seen).toMatchObject({ path: '/orders', query: { x: '1', environment: 'production' } });
  expect(seen.headers).toMatchObject({
    'X-Gateway-Tenant': 'customer1.example.com',
    'X-Custom-Header': 'shared-gateway',
  });
  expect(await get('/service2/')).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
  const docs = await get('/docs/index.html');
  expect(docs).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(docs.body).toContain('Documentation');
  expect((await get('/docs/nothing.html')).status).toBe(404);
});

test('the routes of other kinds work, too', async () => {
  expect((await get('/inventory/items/7')).body).toContain('"service": "inventory"');
  expect(JSON.parse((await get('/orders')).body)).toMatchObject({ tenant: 'customer1.example.com' });
  expect(await get('/orders/1')).toMatchObject({ status: 404 });
  const post = (url: string, body: unknown) => get(url, { method: 'POST', body: JSON.stringify(body) });
  expect(await post('/orders', { item: 'Desk', quantity: 1 })).toMatchObject({ status: 201 });
  const refused = await post('/orders', { item: 'Desk' });
  expect(refused.status).toBe(400);
  expect(JSON.parse(refused.body).problems).toContain('quantity');
  expect(await get('/account')).toMatchObject({ status: 401 });
  const account = await get('/account', { headers: { authorization: 'Bearer demo' } });
  expect(JSON.parse(account.body).requestContext.authorizer).toMatchObject({ principalId: 'demo', plan: 'gold' });
  expect(JSON.parse((await get('/health')).body)).toEqual({ status: 'ok', stage: 'prod', environment: 'production' });
  const started = await post('/fulfilment', { note: 'it\'s "urgent"' });
  expect(started.status).toBe(202);
  expect(await sandbox.admin('GET', 'executions')).toMatchObject([
    { executionArn: JSON.parse(started.body).execution, input: JSON.stringify({ note: 'it\'s "urgent"' }) },
  ]);
});

test('the working copy is what is deployed', async () => {
  const [api] = await restApis();
  const document = async () => {
    const parameters = { extensions: 'apigateway' };
    const { body } = await sandbox.gateway.send(
      new GetExportCommand({ restApiId: api?.id, stageName: 'staging', exportType: 'oas30', parameters }),
    );
    return Buffer.from(body ?? '').toString('utf8');
  };
  const before = await document();
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId: api?.id, stageName: 'staging' }));
  expect(await document()).toBe(before);
});

test('a restart adds nothing; a reset starts over, or leaves it empty for good', async () => {
  const [before] = await restApis();
  const restart = async () => {
    await sandbox.stop();
    sandbox = await startTestSandbox({ dataDir: directory, seed: true });
  };
  await restart();
  expect((await restApis()).map((api) => api.id)).toEqual([before?.id]);
  await sandbox.admin('POST', 'reset', { seed: true });
  const [again] = await restApis();
  expect(again?.name).toBe('shared-gateway');
  expect(again?.id).not.toBe(before?.id);
  await sandbox.admin('POST', 'reset');
  expect(await restApis()).toEqual([]);
  await restart();
  expect(await restApis()).toEqual([]);
});

test('a seeding that was cut short is done over', async () => {
  await sandbox.admin('POST', 'reset', { seed: true });
  await sandbox.stop();
  const state = State.open(`${directory}/sandbox`);
  await state.write((tx) => {
    tx.put('meta', 'seed', 'begun');
    for (const key of [...state.keys('domainNames')]) tx.remove('domainNames', key);
  });
  await state.close();
  sandbox = await startTestSandbox({ dataDir: directory, seed: true });
  expect((await sandbox.gateway.send(new GetDomainNamesCommand({}))).items).toHaveLength(1);
  expect((await sandbox.route53.send(new ListHostedZonesCommand({}))).HostedZones).toHaveLength(1);
});
