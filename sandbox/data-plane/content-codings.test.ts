import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preferredCoding } from './content-codings';
import { maxBodyBytes } from './request-body';
import { startTestBackEnd, TestGateway } from './test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const text = JSON.stringify({ text: 'a'.repeat(1000) });

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const encoded = request.url === '/encoded';
    response.setHeader('X-Encoding', request.headers['content-encoding'] ?? 'none');
    if (encoded) response.setHeader('Content-Encoding', 'br');
    if (request.url === '/empty') response.writeHead(204);
    response.end(encoded ? brotliCompressSync(text) : chunks.length > 0 ? Buffer.concat(chunks) : text);
  });
  const proxy = (path: string) => ({ type: 'HTTP_PROXY' as const, httpMethod: 'ANY', uri: `${backEnd.url}${path}` });
  const routes = {
    'ANY /echo': proxy('/echo'),
    'GET /encoded': proxy('/encoded'),
    'GET /empty': proxy('/empty'),
    'POST /template': {
      type: 'HTTP' as const,
      httpMethod: 'POST',
      uri: `${backEnd.url}/template`,
      requestTemplates: { 'application/json': '{"length": $input.path(\'$.text\').length()}' },
      integrationResponses: { '200': { statusCode: '200' } },
    },
  };
  await gateway.putApi('plain', 'prod', routes);
  await gateway.putApi('all', 'prod', routes, { restApi: { minimumCompressionSize: 0 } });
  await gateway.putApi('large', 'prod', routes, { restApi: { minimumCompressionSize: text.length } });
  await gateway.putApi('larger', 'prod', routes, { restApi: { minimumCompressionSize: text.length + 1 } });
});
afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

const send = (api: string, path: string, headers: Record<string, string>, body?: Buffer) =>
  gateway.http({
    host: `${api}.execute-api.us-east-1.amazonaws.com`,
    path: `/prod${path}`,
    headers,
    ...(body ? { method: 'POST', body } : {}),
  });

describe('a compressed request', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', Buffer.from(text)],
    ['deflate, gzip', gzipSync(deflateSync(text))],
  ])('in %s reaches the back end and templates as it was', async (coding, body) => {
    const headers = { 'Content-Encoding': coding };
    const proxied = await send('plain', '/echo', headers, body);
    expect([proxied.text, proxied.headers['x-encoding']]).toEqual([text, 'none']);
    expect((await send('plain', '/template', headers, body)).text).toBe('{"length": 1000}');
  });

  it.each([
    ['br', brotliCompressSync(text)],
    ['gzip', Buffer.from(text)],
    ['gzip', gzipSync(text).subarray(0, 20)],
  ])('in %s that is not known, or not what it says, is refused', async (coding, body) => {
    const answer = await send('plain', '/echo', { 'Content-Encoding': coding }, body);
    expect([answer.status, answer.text]).toEqual([415, '{"message":"Unsupported Media Type"}']);
  });

  it('may not become too long', async () => {
    const body = gzipSync(Buffer.alloc(maxBodyBytes + 1));
    expect((await send('plain', '/echo', { 'Content-Encoding': 'gzip' }, body)).status).toBe(413);
  });

  it("stays as it is below the API's smallest size", async () => {
    const body = gzipSync(text);
    expect((await send('large', '/echo', { 'Content-Encoding': 'gzip' }, body)).body).toEqual(body);
    expect((await send('all', '/echo', { 'Content-Encoding': 'gzip' }, body)).text).toBe(text);
  });
});

describe('an answer', () => {
  const encodingOf = async (api: string, path: string, acceptEncoding?: string) => {
    const headers: Record<string, string> = acceptEncoding === undefined ? {} : { 'Accept-Encoding': acceptEncoding };
    return (await send(api, path, headers)).headers['content-encoding'];
  };

  it('is compressed in the coding that the client likes', async () => {
    const zipped = await send('all', '/echo', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(zipped.body.length) });
    expect(gunzipSync(zipped.body).toString()).toBe(text);
    const deflated = await send('all', '/echo', { 'Accept-Encoding': 'gzip;q=0.5, deflate' });
    expect(inflateSync(deflated.body).toString()).toBe(text);
  });

  it('is compressed only from a size on that the API sets', async () => {
    expect(await encodingOf('plain', '/echo', 'gzip')).toBeUndefined();
    expect(await encodingOf('large', '/echo', 'gzip')).toBe('gzip');
    expect(await encodingOf('larger', '/echo', 'gzip')).toBeUndefined();
  });

  it('is not compressed for who does not ask, nor twice, nor when there is nothing', async () => {
    expect(await encodingOf('all', '/echo')).toBeUndefined();
    expect(await encodingOf('all', '/echo', '*')).toBeUndefined();
    expect(await encodingOf('all', '/encoded', 'gzip')).toBe('br');
    expect(await encodingOf('all', '/empty', 'gzip')).toBeUndefined();
  });
});

it.each([
  [undefined, null],
  ['', null],
  ['*', null],
  ['br', null],
  ['gzip;q=0', null],
  ['br;q=1, gzip;q=0.8', null],
  ['identity, gzip;q=0.5', null],
  ['GZIP', 'gzip'],
  ['deflate, gzip', 'deflate'],
  ['br, gzip', 'gzip'],
])('of %j the gateway takes %s', (accept, coding) => {
  expect(preferredCoding(accept)).toBe(coding);
});
