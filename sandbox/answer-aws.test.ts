import { ListCertificatesCommand } from '@aws-sdk/client-acm';
import {
  CreateRestApiCommand,
  GetDomainNamesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
} from '@aws-sdk/client-api-gateway';
import { ListLayersCommand } from '@aws-sdk/client-lambda';
import { CreateHostedZoneCommand, GetHostedZoneCommand, ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Call, Counter } from './calls';
import { refusalOf, startTestSandbox, type TestSandbox, testClients } from './test-sandbox';
import { signedHeaders } from './testing/signed-headers';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await sandbox.admin('DELETE', 'faults');
  await sandbox.admin('DELETE', 'calls');
  await sandbox.admin('PATCH', 'dials', { throttles: false });
});

const apis = () => sandbox.gateway.send(new GetRestApisCommand({ limit: 500 }));
const create = (name: string) => sandbox.gateway.send(new CreateRestApiCommand({ name }));
const names = async () => ((await apis()).items ?? []).map((api) => api.name);
const fault = (input: object) => sandbox.admin('POST', 'faults', input);
const date = signedHeaders('apigateway')['x-amz-date'];
const credential = `Credential=AKIATEST/${date.slice(0, 8)}/us-east-1/apigateway/aws4_request`;
const signed = (authorization: string, more: Record<string, string> = {}, path = 'restapis') =>
  fetch(`${sandbox.url}/${path}`, { headers: { authorization, 'x-amz-date': date, ...more } });

test('every answer has its own request id', async () => {
  const ids = [(await apis()).$metadata.requestId, (await apis()).$metadata.requestId];
  expect(new Set(ids).size).toBe(2);
  const raw = await signed(
    `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
  );
  expect(raw.status).toBe(200);
  expect(raw.headers.get('x-amz-apigw-id')).toMatch(/^[\w-]{15}=$/);
});

test('unsigned and oddly signed requests are refused as AWS does', async () => {
  const unsigned = await fetch(`${sandbox.url}/restapis`);
  expect([unsigned.status, unsigned.headers.get('x-amzn-errortype'), await unsigned.json()]).toEqual([
    403,
    'MissingAuthenticationTokenException',
    { message: 'Missing Authentication Token' },
  ]);
  const unsignedZones = await fetch(`${sandbox.url}/2013-04-01/hostedzone`);
  expect(await unsignedZones.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  const unsignedAcm = await fetch(sandbox.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'CertificateManager.ListCertificates' },
  });
  expect(await unsignedAcm.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  for (const authorization of [
    'Bearer token',
    `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host`,
    `AWS4-HMAC-SHA256 Credential=AKIATEST/us-east-1, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=x-amz-date, Signature=${'0'.repeat(64)}`,
    `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=short`,
  ]) {
    const response = await signed(authorization);
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([403, 'IncompleteSignatureException']);
  }
});

test('a signature for another day, or for no region, does not match', async () => {
  const signature = `SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  for (const [wrong, message] of [
    [credential.replace(date.slice(0, 8), '20200101'), `'20200101' != '${date.slice(0, 8)}'`],
    [credential.replace('us-east-1', 'mars'), "not 'mars'"],
  ] as const) {
    const response = await signed(`AWS4-HMAC-SHA256 ${wrong}, ${signature}`);
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([403, 'InvalidSignatureException']);
    expect(((await response.json()) as { message: string }).message).toContain(message);
  }
});

test('what the sandbox does not do says so, by name', async () => {
  expect(await refusalOf(sandbox.lambda.send(new ListLayersCommand({})))).toEqual({
    name: 'NotImplementedException',
    message: 'The sandbox has no behaviour for lambda ListLayers.',
    status: 501,
  });
  const nowhere = await signed(
    `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    {},
    'nowhere',
  );
  expect([nowhere.status, nowhere.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException']);
  const s3 = credential.replace('apigateway', 's3');
  const response = await signed(`AWS4-HMAC-SHA256 ${s3}, SignedHeaders=host, Signature=${'0'.repeat(64)}`);
  expect([response.status, await response.json()]).toEqual([
    501,
    { message: "The sandbox has no service 's3'; it has apigateway, route53, acm, lambda, sts." },
  ]);
});

test('regions are worlds of their own', async () => {
  await create('here');
  const { gateway } = testClients(sandbox.url, 'eu-west-1');
  expect((await gateway.send(new GetRestApisCommand({}))).items ?? []).toEqual([]);
  gateway.destroy();
});

test('an access key of twelve digits is an account of its own, for Route 53 and the data plane too', async () => {
  const mine = testClients(sandbox.url);
  const theirs = testClients(sandbox.url, 'us-east-1', '210987654321');
  const { HostedZone: zone } = await theirs.route53.send(
    new CreateHostedZoneCommand({ Name: 'theirs.org', CallerReference: 'theirs' }),
  );
  const api = await theirs.gateway.send(new CreateRestApiCommand({ name: 'theirs' }));
  expect((await theirs.gateway.send(new GetRestApisCommand({}))).items).toMatchObject([{ id: api.id }]);
  expect(await names()).not.toContain('theirs');
  const foreign = mine.route53.send(new GetHostedZoneCommand({ Id: zone?.Id }));
  expect(await refusalOf(foreign)).toMatchObject({ name: 'NoSuchHostedZone', status: 404 });
  const missing = mine.gateway.send(new GetRestApiCommand({ restApiId: api.id }));
  expect(await refusalOf(missing)).toMatchObject({
    message: `Invalid API identifier specified 123456789012:${api.id}`,
  });
  for (const { gateway, route53, acm, lambda } of [mine, theirs])
    for (const client of [gateway, route53, acm, lambda]) client.destroy();
});

test('a fault strikes as often as it says, where it says', async () => {
  await fault({
    service: 'apigateway',
    operation: 'GetRestApis',
    kind: 'error',
    status: 503,
    code: 'ServiceUnavailableException',
    message: 'later',
    count: 1,
  });
  await sandbox.gateway.send(new GetDomainNamesCommand({}));
  expect(await refusalOf(apis())).toEqual({ name: 'ServiceUnavailableException', message: 'later', status: 503 });
  await apis();
  expect(await sandbox.admin('GET', 'faults')).toEqual([]);
});

test('errors are framed as each service frames them', async () => {
  await fault({ kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded & <more>' });
  for (const call of [
    apis(),
    sandbox.route53.send(new ListHostedZonesCommand({})),
    sandbox.acm.send(new ListCertificatesCommand({})),
  ]) {
    expect(await refusalOf(call)).toMatchObject({ message: 'Rate exceeded & <more>', status: 400 });
  }
});

test('a cut before nothing was done, a cut after it was', async () => {
  await fault({ operation: 'CreateRestApi', kind: 'reset-before', count: 1 });
  await expect(create('cut-before')).rejects.toThrow();
  await fault({ operation: 'CreateRestApi', kind: 'reset-after', count: 1 });
  await expect(create('cut-after')).rejects.toThrow();
  const present = await names();
  expect([present.includes('cut-before'), present.includes('cut-after')]).toEqual([false, true]);
});

test('a page of a proxy, an answer that is late, one that never comes', async () => {
  await fault({ kind: 'html', status: 502, count: 1 });
  expect((await refusalOf(apis())).status).toBe(502);
  await fault({ kind: 'latency', latencyMs: 150, count: 1 });
  const started = performance.now();
  await apis();
  expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  await fault({ kind: 'hang', count: 1 });
  await expect(
    sandbox.gateway.send(new GetRestApisCommand({}), { abortSignal: AbortSignal.timeout(100) }),
  ).rejects.toThrow();
});

test('an answer that breaks off in its middle is read by nobody, though the call was done', async () => {
  await fault({ operation: 'CreateRestApi', kind: 'malformed', count: 1 });
  await expect(create('half-told')).rejects.toThrow();
  expect(await names()).toContain('half-told');
  await fault({ service: 'route53', kind: 'malformed', count: 1 });
  await expect(sandbox.route53.send(new ListHostedZonesCommand({}))).rejects.toThrow();
});

test('a fault of chance never strikes at 0 and always at 1', async () => {
  await fault({ kind: 'error', probability: 0 });
  await apis();
  await fault({ kind: 'error', probability: 1 });
  expect(await refusalOf(apis())).toMatchObject({ name: 'InternalFailure', status: 500 });
});

test('throttled calls are refused in the words of the service, counted, and let through as time goes on', async () => {
  await sandbox.admin('PATCH', 'dials', { throttles: true });
  await create('one');
  expect(await refusalOf(create('two'))).toEqual({
    name: 'TooManyRequestsException',
    message: 'Too Many Requests',
    status: 429,
  });
  const zones = await Promise.allSettled(
    Array.from({ length: 50 }, () => sandbox.route53.send(new ListHostedZonesCommand({}))),
  );
  const refused = zones.flatMap((zone) => (zone.status === 'rejected' ? [zone.reason as Error] : []));
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]).toMatchObject({ name: 'Throttling', message: 'Rate exceeded' });
  const certificates = await Promise.allSettled(
    Array.from({ length: 50 }, () => sandbox.acm.send(new ListCertificatesCommand({}))),
  );
  expect(certificates.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    name: 'ThrottlingException',
    message: 'Rate exceeded',
  });

  const report = (await sandbox.admin('GET', 'calls')) as {
    throttled: number;
    counters: Record<string, Counter>;
    recent: Call[];
  };
  expect(report.counters['apigateway:CreateRestApi']).toEqual({ calls: 2, errors: 1, throttled: 1 });
  expect(report.throttled).toBeGreaterThanOrEqual(4);
  expect(report.recent[1]).toMatchObject({
    operation: 'CreateRestApi',
    status: 429,
    code: 'TooManyRequestsException',
    throttled: true,
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 3000 });
  await create('two');
});

test('admin routes say what is wrong with a request', async () => {
  expect(await sandbox.admin('GET', 'health')).toMatchObject({ status: 'ok', ports: sandbox.ports });
  expect(await sandbox.admin('PATCH', 'dials', { timeScale: 0 })).toEqual({
    message: expect.stringContaining('timeScale'),
  });
  expect(await sandbox.admin('PATCH', 'dials', { nonsense: 1 })).toEqual({
    message: expect.stringContaining('nonsense'),
  });
  expect(await sandbox.admin('POST', 'faults', { kind: 'earthquake' })).toEqual({
    message: expect.stringContaining('kind'),
  });
  expect(await sandbox.admin('GET', 'nowhere')).toEqual({ message: expect.stringContaining('no /_sandbox/nowhere') });
  expect(await sandbox.admin('PUT', 'clock', {})).toEqual({ message: '/_sandbox/clock takes GET, POST.' });
  expect(await sandbox.admin('PUT', 'dns', { name: 'www.customer.test' })).toEqual({ message: expect.any(String) });
});

test("the customer's records come and go", async () => {
  const record = { name: 'www.customer-one.com', type: 'CNAME', values: ['customer1.example.com'] };
  await sandbox.admin('PUT', 'dns', record);
  expect(await sandbox.admin('GET', 'dns')).toEqual([{ ...record, ttl: 300 }]);
  expect(await sandbox.admin('DELETE', 'dns?name=www.customer-one.com&type=CNAME')).toEqual({ removed: true });
  expect(await sandbox.admin('GET', 'dns')).toEqual([]);
});
