import { gzipSync } from 'node:zlib';
import type { Integration } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackEnd, TestGateway } from '../test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const host = 'shop.example.com';

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = Number(url.searchParams.get('status') ?? 200);
      const headers = [
        'Server',
        'nginx',
        'X-Custom',
        'v',
        'X-Amzn-RequestId',
        'inner',
        'WWW-Authenticate',
        'Basic',
        'Via',
        '1.1 x',
      ];
      const cookies = ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'];
      const body = JSON.stringify({ url: request.url, method: request.method, body: Buffer.concat(chunks).toString() });
      const zipped = url.pathname === '/zipped';
      const coding = zipped ? ['Content-Encoding', 'gzip'] : ['Content-Encoding', 'identity'];
      response.writeHead(status, [...headers, ...cookies, ...coding, 'Access-Control-Allow-Origin', '*']);
      response.end(zipped ? gzipSync(body) : body);
    });
  });
  await gateway.state.write((tx) => {
    tx.put('objects', 'docs/guide/index.html', { contentType: 'text/html; charset=utf-8', body: '<h1>Guide</h1>' });
    tx.put('objects', 'docs/a b.txt', { contentType: 'text/plain', body: 'spaced' });
  });
  const s3: Integration = {
    type: 'AWS',
    httpMethod: 'GET',
    uri: 'arn:aws:apigateway:us-east-1:s3:path/docs/{key}',
    credentials: 'arn:aws:iam::123456789012:role/reader',
    requestParameters: { 'integration.request.path.key': 'method.request.path.proxy' },
    integrationResponses: {
      '200': {
        statusCode: '200',
        responseParameters: {
          'method.response.header.Content-Type': 'integration.response.header.Content-Type',
          'method.response.header.ETag': 'integration.response.header.etag',
        },
      },
      '404': {
        statusCode: '404',
        selectionPattern: '4\\d{2}',
        responseParameters: { 'method.response.header.Content-Type': 'integration.response.header.Content-Type' },
      },
    },
  };
  const http: Integration = { type: 'HTTP', httpMethod: 'POST', uri: `${backEnd.url}/plain` };
  await gateway.putApi('main', 'prod', {
    'GET /docs/{proxy+}': s3,
    'GET /unsigned/{proxy+}': { ...s3, credentials: undefined },
    'GET /nobucket/{proxy+}': { ...s3, uri: 'arn:aws:apigateway:us-east-1:s3:path/nope/{key}' },
    'ANY /proxy': { type: 'HTTP_PROXY', httpMethod: 'ANY', uri: `${backEnd.url}/proxied` },
    'ANY /zipped': { type: 'HTTP_PROXY', httpMethod: 'ANY', uri: `${backEnd.url}/zipped` },
    'POST /plain': {
      ...http,
      requestParameters: { 'integration.request.querystring.status': 'method.request.querystring.status' },
      integrationResponses: {
        '201': {
          statusCode: '201',
          responseParameters: {
            'method.response.header.X-Custom': 'integration.response.header.x-custom',
            'method.response.header.Server': 'integration.response.header.Server',
            'method.response.header.X-Static': "'fixed'",
            'method.response.header.X-From-Body': 'integration.response.body.method',
            'method.response.header.X-Cookies': 'integration.response.multivalueheader.Set-Cookie',
          },
        },
        '502': {
          statusCode: '502',
          selectionPattern: '5..',
          responseTemplates: { 'application/json': '{"error": "$context.requestId"}' },
        },
      },
    },
    'POST /strict': { ...http, passthroughBehavior: 'NEVER' },
    'POST /unmatched': { ...http, integrationResponses: { '404': { statusCode: '404', selectionPattern: '404' } } },
    'ANY /mock': {
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": $input.params(\'code\')}' },
      integrationResponses: {
        '204': {
          statusCode: '204',
          responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
        },
        '404': {
          statusCode: '404',
          selectionPattern: '404',
          responseTemplates: { 'application/json': '{"at": "$context.path"}' },
        },
      },
    },
    'POST /mock/passthrough': { type: 'MOCK', integrationResponses: { '200': { statusCode: '200' } } },
  });
  await gateway.putDomain(host, { '': 'main/prod' });
});

afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

describe('S3', () => {
  it('serves an object with its mapped headers', async () => {
    const answer = await gateway.http({ host, path: '/docs/guide/index.html' });
    expect([answer.status, answer.text]).toEqual([200, '<h1>Guide</h1>']);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-length': '14' });
    expect(answer.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(answer.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
    expect((await gateway.http({ host, path: '/docs/a%20b.txt' })).text).toBe('spaced');
  });

  it.each([
    ['/docs/nope.html', 404, 'NoSuchKey'],
    ['/docs/guide/', 404, 'NoSuchKey'],
    ['/docs/%3Cx%3E', 404, '<Key>&lt;x&gt;</Key>'],
    ['/nobucket/x', 404, 'NoSuchBucket'],
    ['/unsigned/guide/index.html', 404, 'AccessDenied'],
  ])('answers %s with an S3 error through the integration response', async (path, status, text) => {
    const answer = await gateway.http({ host, path });
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/xml']);
    expect(answer.text).toContain(text);
  });
});

describe('HTTP_PROXY', () => {
  it('hands the answer on, by the header table', async () => {
    const answer = await gateway.http({ host, path: '/proxy?status=401', method: 'PUT', body: 'hello' });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toEqual({ url: '/proxied?status=401', method: 'PUT', body: 'hello' });
    expect(answer.headers).toMatchObject({
      'x-amzn-remapped-server': 'nginx',
      'x-amzn-remapped-www-authenticate': 'Basic',
      'x-amzn-remapped-x-amzn-requestid': 'inner',
      'x-amzn-remapped-connection': 'keep-alive',
      'x-custom': 'v',
      'set-cookie': 'a=1,b=2',
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
    });
    expect(answer.rawHeaders).toContain('x-amzn-Remapped-Server');
    for (const gone of [
      'server',
      'via',
      'www-authenticate',
      'content-encoding',
      'x-amzn-trace-id',
      'x-amzn-errortype',
    ]) {
      expect(answer.headers).not.toHaveProperty(gone);
    }
  });

  it('keeps what is needed to read an encoded body', async () => {
    const answer = await gateway.http({ host, path: '/zipped' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.body.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  it('answers HEAD without a body', async () => {
    const answer = await gateway.http({ host, path: '/proxy', method: 'HEAD' });
    expect([answer.status, answer.text, answer.headers['x-custom']]).toEqual([200, '', 'v']);
  });
});

describe('HTTP', () => {
  const post = (path: string) => gateway.http({ host, path, method: 'POST', body: '{"a":1}' });

  it('maps status, headers and body', async () => {
    const answer = await post('/plain');
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toEqual({ url: '/plain', method: 'POST', body: '{"a":1}' });
    expect(answer.headers).toMatchObject({
      'x-custom': 'v',
      'x-amzn-remapped-server': 'nginx',
      'x-static': 'fixed',
      'x-from-body': 'POST',
      'x-cookies': 'a=1,b=2',
      'content-type': 'application/json',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
  });

  it('selects by status, and hides what only the default catches', async () => {
    const failed = await post('/plain?status=503');
    expect([failed.status, Object.keys(JSON.parse(failed.text))]).toEqual([502, ['error']]);
    expect((await post('/plain?status=400')).status).toBe(201);
  });

  it('fails where nothing matches, and refuses what may not pass', async () => {
    expect((await post('/unmatched')).status).toBe(500);
    const refused = await post('/strict');
    expect([refused.status, JSON.parse(refused.text)]).toEqual([415, { message: 'Unsupported Media Type' }]);
  });
});

describe('MOCK', () => {
  it("answers by its template's status", async () => {
    const ok = await gateway.http({ host, path: '/mock?code=200', method: 'OPTIONS' });
    expect([ok.status, ok.headers['access-control-allow-origin'], ok.text]).toEqual([204, '*', '']);
    const lost = await gateway.http({ host, path: '/mock?code=404' });
    expect([lost.status, lost.text]).toEqual([404, '{"at": "/mock"}']);
    expect((await gateway.http({ host, path: '/mock?code=nope' })).status).toBe(500);
  });

  it('takes the status from a body that passes through', async () => {
    const ask = (body: string) => gateway.http({ host, path: '/mock/passthrough', method: 'POST', body });
    expect((await ask('{"statusCode": 200}')).status).toBe(200);
    expect((await ask('nothing')).status).toBe(500);
  });
});
