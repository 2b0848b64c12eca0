import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackEnd, TestGateway } from './test-gateway';

type BackEnd = Awaited<ReturnType<typeof startTestBackEnd>>;

let gateway: TestGateway;
let backEnd: BackEnd;

const mock = (text: string) => ({
  type: 'MOCK' as const,
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  integrationResponses: { '200': { statusCode: '200', responseTemplates: { 'text/plain': text } } },
});

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd((request, response) => {
    const { method, url, headers } = request;
    response.end(JSON.stringify({ method, url, headers, rawHeaders: request.rawHeaders }));
  });
  await gateway.putApi('main', 'prod', {
    'GET /': mock('root'),
    'GET /orders': mock('orders'),
    'POST /orders': mock('posted'),
    'OPTIONS /{proxy+}': mock('preflight'),
    'ANY /echo': { type: 'HTTP_PROXY', httpMethod: 'ANY', uri: `${backEnd.url}/echo` },
    'ANY /echo/{proxy+}': {
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: `${backEnd.url}/base/{proxy}`,
      requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
    },
    'GET /lambda': { type: 'AWS_PROXY', httpMethod: 'POST', uri: 'arn:aws:apigateway:us-east-1:lambda:path/x' },
    'GET /iam': { ...mock('signed'), method: { authorizationType: 'AWS_IAM' } },
    'GET /key': { ...mock('keyed'), method: { apiKeyRequired: true } },
    'GET /bare': { type: 'MOCK' },
  });
  await gateway.putApi('other', 'v1', { 'GET /': mock('other root'), 'GET /{proxy+}': mock('other') });
  await gateway.putApi('closed', 'prod', { 'GET /': mock('closed') }, { restApi: { disableExecuteApiEndpoint: true } });
  await gateway.putDomain('shop.example.com', { '': 'main/prod', other: 'other/v1', staged: 'main' });
  await gateway.putDomain('*.example.com', { '': 'other/v1' });
  await gateway.putDomain('bare.example.com', {});
  await gateway.putDomain('many.example.com', { orders: 'other/v1', 'orders/v1': 'other/v1', '': 'main/prod' });
  await gateway.putDomain(
    'modern.example.com',
    { '': 'main/prod' },
    { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
  );
});

afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

describe('finding the way', () => {
  it.each([
    ['shop.example.com', '/', 200, 'root'],
    ['SHOP.example.com:8443', '/orders', 200, 'orders'],
    ['shop.example.com', '/other/x', 200, 'other'],
    ['shop.example.com', '/other', 200, 'other root'],
    ['shop.example.com', '/staged/prod/orders', 200, 'orders'],
    ['a.example.com', '/orders', 200, 'other'],
    ['main.execute-api.us-east-1.amazonaws.com', '/prod/orders', 200, 'orders'],
    ['main.execute-api.us-east-1.localhost', '/prod', 200, 'root'],
    ['main.execute-api.us-east-1.localhost', '//prod/orders/', 200, 'orders'],
  ])('%s%s -> %i %s', async (host, path, status, text) => {
    const answer = await gateway.http({ host, path });
    expect([answer.status, answer.text]).toEqual([status, text]);
  });

  it.each([
    ['unknown.test', '/', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['a.b.example.com', '/', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['bare.example.com', '/', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['main.execute-api.us-east-1.localhost', '/nope/orders', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['main.execute-api.eu-west-1.localhost', '/prod/orders', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['closed.execute-api.us-east-1.localhost', '/prod/', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['shop.example.com', '/nope', 'GET', 403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
    ['shop.example.com', '/echo', 'PURGE', 403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
    [
      'shop.example.com',
      '/orders',
      'DELETE',
      403,
      'Missing Authentication Token',
      'MissingAuthenticationTokenException',
    ],
    ['shop.example.com', '/iam', 'GET', 403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
    ['shop.example.com', '/key', 'GET', 403, 'Forbidden', 'ForbiddenException'],
    ['shop.example.com', '/lambda', 'GET', 500, 'Internal server error', 'InternalServerErrorException'],
    ['shop.example.com', '/bare', 'GET', 500, 'Internal server error', 'InternalServerErrorException'],
  ])('%s%s %s -> %i %s', async (host, path, method, status, message, type) => {
    const answer = await gateway.http({ host, path, method });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { message }]);
    expect(answer.headers['x-amzn-errortype']).toBe(type);
    expect(answer.headers['content-type']).toBe('application/json');
  });

  it('identifies itself on every answer', async () => {
    for (const path of ['/orders', '/nope', '/echo']) {
      const { headers } = await gateway.http({ host: 'shop.example.com', path });
      expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(headers['x-amz-apigw-id']).toMatch(/^[\w-]{15}=$/);
    }
  });

  it('makes the verb part of the match, and takes an override', async () => {
    const options = await gateway.http({ host: 'shop.example.com', path: '/orders', method: 'OPTIONS' });
    expect(options.text).toBe('preflight');
    const headers = { 'X-HTTP-Method-Override': 'POST' };
    expect((await gateway.http({ host: 'shop.example.com', path: '/orders', headers })).text).toBe('posted');
  });

  it('matches by string prefix and lower-cases header names once a mapping has several levels', async () => {
    expect((await gateway.http({ host: 'many.example.com', path: '/ordersandmore' })).text).toBe('other');
    const headers = { 'X-Custom-Header': '1' };
    const many = JSON.parse((await gateway.http({ host: 'many.example.com', path: '/echo', headers })).text);
    expect(many.rawHeaders).toContain('x-custom-header');
    const single = JSON.parse((await gateway.http({ host: 'shop.example.com', path: '/echo', headers })).text);
    expect(single.rawHeaders).toContain('X-Custom-Header');
  });

  it('serves what is deployed, not the working copy', async () => {
    await gateway.putApi('changing', 'prod', { 'GET /': mock('one') });
    await gateway.putDomain('changing.example.com', { '': 'changing/prod' });
    const ask = async () => (await gateway.http({ host: 'changing.example.com' })).text;
    const key = `${gateway.scope}/changing/r0`;
    const resource = gateway.state.get('resources', key);
    if (!resource) throw new Error('the test needs its resource');
    const edited = { ...resource, resourceMethods: { GET: { methodIntegration: mock('two') } } };
    await gateway.state.write((tx) => tx.put('resources', key, edited));
    expect(await ask()).toBe('one');
    await gateway.putApi('changing', 'prod', { 'GET /': mock('two') });
    expect(await ask()).toBe('two');
  });
});

describe('HTTPS', () => {
  it('presents the exact domain before the wildcard', async () => {
    const exact = await gateway.https({ host: 'shop.example.com' });
    expect([exact.certificateNames, exact.text]).toEqual(['DNS:shop.example.com', 'root']);
    const wildcard = await gateway.https({ host: 'other.example.com' });
    expect([wildcard.certificateNames, wildcard.text]).toEqual(['DNS:*.example.com', 'other root']);
  });

  it.each(['EC_prime256v1', 'EC_secp384r1', 'RSA_2048'] as const)(
    "presents a domain's %s certificate in every TLS version",
    async (keyAlgorithm) => {
      const host = `${keyAlgorithm.toLowerCase().replace('_', '-')}.example.com`;
      await gateway.putDomain(host, { '': 'main/prod' }, { keyAlgorithm });
      for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
        expect((await gateway.https({ host, tls: { maxVersion } })).certificateNames).toBe(`DNS:${host}`);
      }
    },
  );

  it("presents the gateway's own certificate for other names, and without one", async () => {
    const host = 'main.execute-api.us-east-1.amazonaws.com';
    expect((await gateway.https({ host, path: '/prod/orders' })).text).toBe('orders');
    await expect(gateway.https({ host: 'unknown.test' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    const nameless = await gateway.https({
      host: 'shop.example.com',
      tls: { servername: '', checkServerIdentity: () => undefined },
    });
    expect(nameless.certificateNames).toContain('DNS:*.execute-api.us-east-1.amazonaws.com');
  });

  it("keeps the domain's lowest TLS version", async () => {
    const tls = { maxVersion: 'TLSv1.2' as const };
    expect((await gateway.https({ host: 'shop.example.com', tls })).status).toBe(200);
    await expect(gateway.https({ host: 'modern.example.com', tls })).rejects.toThrow(/protocol version/);
    expect((await gateway.https({ host: 'modern.example.com' })).status).toBe(200);
    const old = { minVersion: 'TLSv1' as const, maxVersion: 'TLSv1.1' as const, ciphers: 'DEFAULT:@SECLEVEL=0' };
    await expect(gateway.https({ host: 'shop.example.com', tls: old })).rejects.toThrow(/protocol version/);
    await gateway.putDomain('legacy.example.com', { '': 'main/prod' }, { securityPolicy: 'TLS_1_0' });
    expect((await gateway.https({ host: 'legacy.example.com', tls: old })).status).toBe(200);
  });

  it('takes a new certificate at once', async () => {
    await gateway.putDomain('new.example.com', { '': 'main/prod' });
    expect((await gateway.https({ host: 'new.example.com' })).certificateNames).toBe('DNS:new.example.com');
    await gateway.state.write((tx) => tx.remove('domainNames', `${gateway.scope}/new.example.com`));
    expect((await gateway.https({ host: 'new.example.com' })).certificateNames).toBe('DNS:*.example.com');
  });

  it('tells the back end that it was HTTPS', async () => {
    const { headers } = JSON.parse((await gateway.https({ host: 'shop.example.com', path: '/echo' })).text);
    expect(headers).toMatchObject({
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
      'x-forwarded-for': '127.0.0.1',
    });
  });
});
