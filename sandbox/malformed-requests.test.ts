import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from './test-sandbox';
import { signedHeaders } from './testing/signed-headers';

let sandbox: TestSandbox;
const log: string[] = [];
let api: { id: string; rootResourceId: string };

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: true, log: (line) => log.push(line) });
  const apis = JSON.parse((await send('apigateway', 'GET', '/restapis')).text);
  api = apis.item[0];
});
afterAll(() => sandbox.stop());

async function send(service: string, method: string, path: string, body?: string, target?: string) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      ...signedHeaders(service),
      ...(target ? { 'x-amz-target': `CertificateManager.${target}` } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  const { status, headers } = response;
  return {
    status,
    requestId: headers.get('x-amzn-requestid'),
    type: headers.get('x-amzn-errortype'),
    text: await response.text(),
  };
}

const domain = '/domainnames/customer1.example.com';
const refused = async (method: string, path: string, body: string) => {
  const { status, type, text } = await send('apigateway', method, path, body);
  return [status, type, JSON.parse(text).message];
};

test.each([
  ['null', 'Unexpected null value'],
  ['[]', 'Start of list found where not expected'],
  ['"text"', 'Expected map or null'],
  ['{"patchOperations":{}}', 'Start of structure or map found where not expected.'],
  ['{"patchOperations":"x"}', 'Expected list or null'],
  ['{"patchOperations":[null]}', 'Unexpected null value'],
  ['{"patchOperations":[{"op":"replace","path":true}]}', 'class java.lang.Boolean can not be converted to an String'],
  [
    '{"patchOperations":[{"op":"replace","path":"/securityPolicy","value":1}]}',
    'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String',
  ],
])('a body of the wrong kinds is a SerializationException: %s', async (body, message) => {
  expect(await refused('PATCH', domain, body)).toEqual([400, 'SerializationException', message]);
});

test('where bytes should be, only base64 is taken', async () => {
  for (const Passphrase of ['dGV4dHM=', 'é', 'eyJ', '\u0000']) {
    const body = JSON.stringify({ CertificateArn: 'arn', Passphrase });
    const { status, text } = await send('acm', 'POST', '/', body, 'ExportCertificate');
    expect([status, JSON.parse(text).__type]).toEqual(
      Passphrase === 'dGV4dHM=' ? [400, 'InvalidArnException'] : [400, 'SerializationException'],
    );
  }
});

test("names of JavaScript's own are names of nothing", async () => {
  for (const path of ['constructor', '__proto__', 'toString']) {
    const body = JSON.stringify({ patchOperations: [{ op: 'replace', path, value: 'x' }] });
    expect(await refused('PATCH', domain, body)).toEqual([400, 'BadRequestException', `Invalid patch path ${path}`]);
    const resource = `/restapis/${api.id}/resources/${api.rootResourceId}`;
    expect((await send('apigateway', 'GET', `${resource}/methods/${path}`)).text).toContain(
      'Invalid Method identifier',
    );
    expect(await sandbox.admin('GET', path)).toMatchObject({ message: expect.stringContaining('There is no') });
  }
});

test('names too long for the state are names of nothing', async () => {
  const long = 'x'.repeat(5000);
  expect((await send('apigateway', 'GET', `/domainnames/${long}`)).status).toBe(404);
  expect((await send('apigateway', 'GET', `/restapis/${long}/stages`)).status).toBe(404);
  expect((await send('route53', 'GET', `/2013-04-01/hostedzone/${long}`)).text).toContain('NoSuchHostedZone');
  expect((await send('route53', 'GET', `/2013-04-01/change/${long}`)).text).toContain('NoSuchChange');
});

test('a body over the limit is refused with a request id', async () => {
  const { status, requestId } = await send('acm', 'POST', '/', 'x'.repeat(11 * 1024 * 1024), 'RequestCertificate');
  expect([status, requestId]).toEqual([413, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('faults and clock take nothing that would break the answers', async () => {
  for (const fault of [
    { kind: 'error', status: 100 },
    { kind: 'error', code: 'two\r\nlines' },
    { kind: 'latency', latencyMs: 1e12 },
  ]) {
    expect(await sandbox.admin('POST', 'faults', fault)).toEqual({ message: expect.any(String) });
  }
  expect(await sandbox.admin('POST', 'clock', { advanceMs: Number.MAX_SAFE_INTEGER })).toEqual({
    message: expect.stringContaining('at most'),
  });
  expect(await sandbox.admin('GET', 'health')).toMatchObject({ status: 'ok' });
});

test('requests that mean no operation are counted, but not each for ever', async () => {
  await sandbox.admin('DELETE', 'calls');
  for (let n = 0; n < 400; n += 1) await send('apigateway', 'GET', `/nowhere/${n}`);
  const { counters } = (await sandbox.admin('GET', 'calls')) as { counters: Record<string, { calls: number }> };
  expect(Object.keys(counters).length).toBeLessThan(310);
  expect(Object.values(counters).reduce((sum, { calls }) => sum + calls, 0)).toBe(400);
}, 30_000);

/** Operations that read a body, by service. */
const paths = () => {
  const method = `/restapis/${api.id}/resources/${api.rootResourceId}/methods/GET`;
  return [
    ['apigateway', 'POST', '/domainnames'],
    ['apigateway', 'POST', `${domain}/basepathmappings`],
    ['apigateway', 'PATCH', domain],
    ['apigateway', 'PATCH', `${domain}/basepathmappings/%28none%29`],
    ['apigateway', 'PUT', method],
    ['apigateway', 'PUT', `${method}/integration`],
    ['apigateway', 'POST', `/restapis/${api.id}/stages`],
    ['apigateway', 'POST', `/restapis/${api.id}/deployments`],
    ['apigateway', 'POST', `/restapis/${api.id}/authorizers`],
    ['apigateway', 'POST', `/restapis/${api.id}/models`],
    ['apigateway', 'POST', `/restapis/${api.id}/requestvalidators`],
    ['apigateway', 'PUT', `/restapis/${api.id}/gatewayresponses/DEFAULT_4XX`],
    ['apigateway', 'POST', '/vpclinks'],
    ['lambda', 'POST', '/2015-03-31/functions/f/policy'],
    ['lambda', 'GET', '/2015-03-31/functions/%00'],
    [
      'apigateway',
      'PUT',
      `/tags/${encodeURIComponent('arn:aws:apigateway:us-east-1::/domainnames/customer1.example.com')}`,
    ],
    ['acm', 'POST', '/', 'RequestCertificate'],
    ['acm', 'POST', '/', 'ListCertificates'],
    ['acm', 'POST', '/', 'AddTagsToCertificate'],
    ['route53', 'POST', '/2013-04-01/hostedzone'],
    ['route53', 'POST', '/2013-04-01/hostedzone/Z1/rrset/'],
    ['route53', 'GET', `/2013-04-01/hostedzonesbyname?dnsname=${randomBytes(3).toString('hex')}..x`],
  ] as const;
};

const members = fc.constantFrom(
  'domainName',
  'regionalCertificateArn',
  'endpointConfiguration',
  'types',
  'tags',
  'patchOperations',
  'op',
  'path',
  'value',
  'basePath',
  'restApiId',
  'stage',
  'type',
  'uri',
  'requestParameters',
  'authorizationType',
  'variables',
  'stageName',
  'name',
  'canarySettings',
  'responseParameters',
  'targetArns',
  'StatementId',
  'DomainName',
  'SubjectAlternativeNames',
  'IdempotencyToken',
  'Tags',
  'Key',
  'CertificateArn',
  'NextToken',
  'Includes',
  'keyTypes',
  'MaxItems',
  '__proto__',
  'constructor',
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1, 1e308, '', 'x', 'replace', '/', 'a.example.com', '*.example.com', '\u0000', 'é'),
    fc.string({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(members, tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('whatever comes in, AWS-like answers go out, and nothing fails inside', async () => {
  const all = paths();
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string({ maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(all.length - 1), body, async (index, text) => {
      const [service, method, path, target] = all[index] ?? ['apigateway', 'GET', '/restapis'];
      const { status, requestId } = await send(service, method, path, method === 'GET' ? undefined : text, target);
      expect(status === 501 || status < 500).toBe(true);
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    }),
    { numRuns: 400 },
  );
  expect(log).toEqual([]);
}, 60_000);
