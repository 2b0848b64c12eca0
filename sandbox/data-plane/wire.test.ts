import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../scope';
import { startTestBackEnd, TestGateway } from './test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const host = 'shop.example.com';

interface Seen {
  method: string;
  url: string;
  rawHeaders: string[];
  body: string;
}

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, rawHeaders } = request;
    if (url?.startsWith('/headers')) {
      response.writeHead(200, [
        ...['Connection', 'close', 'Keep-Alive', 'timeout=9', 'Server', 'mine', 'Via', '1.1 mine', 'Trailer', 'X-End'],
        ...['Date', 'Tue, 01 Dec 2026 00:00:00 GMT', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Amzn-RequestId', '7'],
        ...['WWW-Authenticate', 'Basic', 'Upgrade', 'h2c', 'X-Umlaut', 'gr\u00fc\u00df'],
      ]);
      response.end('plain');
      return;
    }
    const seen = JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(chunks).toString() });
    if (request.headers['x-early-hints']) response.writeEarlyHints({ link: '</a.css>; rel=preload' });
    if (method === 'HEAD') response.writeHead(200, { 'Content-Length': '1234' });
    response.end(seen);
  });
  const proxy = (path: string) => ({
    type: 'HTTP_PROXY' as const,
    httpMethod: 'ANY',
    uri: `${backEnd.url}${path}`,
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  });
  const allow = (name: string) => `method.response.header.Access-Control-Allow-${name}`;
  const mock = { type: 'MOCK' as const, requestTemplates: { 'application/json': '{"statusCode": 200}' } };
  await gateway.putApi('main', 'prod', {
    'ANY /echo': proxy('/echo'),
    'ANY /echo/{proxy+}': proxy('/{proxy}'),
    'GET /headers': proxy('/headers'),
    'OPTIONS /orders': {
      ...mock,
      integrationResponses: {
        '200': {
          statusCode: '200',
          responseParameters: {
            [allow('Headers')]: "'Content-Type,X-Api-Key'",
            [allow('Methods')]: "'GET,OPTIONS'",
            [allow('Origin')]: "'*'",
          },
        },
      },
    },
    'GET /orders': {
      ...mock,
      integrationResponses: { '200': { statusCode: '200', responseTemplates: { 'application/json': '[]' } } },
    },
    'GET /nothing': { ...mock, integrationResponses: { '204': { statusCode: '204' } } },
  });
  await gateway.putDomain(host, { '': 'main/prod' });
});
afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

/** Sends the text as it is; everything that comes until the gateway closes. */
async function talk(...texts: string[]): Promise<string> {
  const socket = connect(gateway.plane.httpPort, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const text of texts) socket.write(text, 'latin1');
  await once(socket, 'end');
  socket.destroy();
  return Buffer.concat(chunks).toString('latin1');
}

/** A request that closes its connection. */
const head = (line: string, ...headers: string[]) =>
  `${[`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

function seenIn(answer: string): Seen {
  return JSON.parse(answer.slice(answer.lastIndexOf('\r\n\r\n') + 4)) as Seen;
}

function namesIn(answer: string): string[] {
  const [top = ''] = answer.split('\r\n\r\n', 1);
  return top
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(':')));
}

describe('a verb by X-HTTP-Method-Override', () => {
  it('gets no length that promises a body which never comes', async () => {
    const answer = await talk(head('GET /echo', 'X-HTTP-Method-Override: HEAD'));
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(namesIn(answer).map((name) => name.toLowerCase())).not.toContain('content-length');
    const [, body = ''] = answer.split('\r\n\r\n');
    // Nothing, or the end of chunks.
    expect(['', '0']).toContain(body);
  });
});

describe('what comes in', () => {
  it('with Expect: 100-continue is asked for, and the back end does not hear of it', async () => {
    const socket = connect(gateway.plane.httpPort, '127.0.0.1');
    socket.write(head('POST /echo', 'Content-Length: 4', 'Expect: 100-continue'));
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.write('body');
    await once(socket, 'end');
    const seen = seenIn(Buffer.concat(chunks).toString());
    expect(seen.body).toBe('body');
    expect(seen.rawHeaders).not.toContain('Expect');
  });

  it('in chunks reaches the back end with its length', async () => {
    const chunks = '4\r\nchun\r\n6;note=x\r\nk by c\r\n0\r\nX-Trailer: 1\r\n\r\n';
    const seen = seenIn(await talk(head('POST /echo', 'Transfer-Encoding: chunked', 'Trailer: X-Trailer'), chunks));
    expect(seen.body).toBe('chunk by c');
    const names = seen.rawHeaders.map((each) => each.toLowerCase());
    expect(names[names.indexOf('content-length') + 1]).toBe('10');
    expect(names).not.toContain('transfer-encoding');
    expect(names).not.toContain('trailer');
  });

  it('keeps repeated headers and query parameters, in their order', async () => {
    const answer = await talk(head('GET /echo?b=1&a=2&b=3&c&d=', 'X-Many: one', 'x-many: two', 'Cookie: a=1; b=2'));
    const { url, rawHeaders } = seenIn(answer);
    expect(url).toBe('/echo?b=1&a=2&b=3&c=&d=');
    const at = rawHeaders.indexOf('X-Many');
    expect(rawHeaders.slice(at, at + 4)).toEqual(['X-Many', 'one', 'x-many', 'two']);
  });

  it.each([
    ['/echo/', '/echo'],
    ['/echo/a/', '/a/'],
    ['/echo/a//b', '/a//b'],
    ['/echo/a%2Fb%20c', '/a%2Fb%20c'],
    ['/echo/%E2%82%AC/+', '/%E2%82%AC/+'],
    ['/echo/a%zz', '/a%25zz'],
    ['//echo/x', '/x'],
  ])('%s reaches the back end as %s', async (from, to) => {
    expect(seenIn(await talk(head(`GET ${from}`))).url).toBe(to);
  });

  it('on one connection is answered in its order', async () => {
    const first = head('GET /echo/one').replace('Connection: close\r\n', '');
    const answer = await talk(first, head('GET /orders'));
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(answer.indexOf('/one')).toBeLessThan(answer.indexOf('[]'));
  });
});

describe('what goes out', () => {
  it('has one date, one length and the identity of the gateway', async () => {
    const answer = await talk(head('GET /orders'));
    expect(namesIn(answer).sort()).toEqual(
      ['Connection', 'Content-Length', 'Content-Type', 'Date', 'x-amz-apigw-id', 'x-amzn-RequestId'].sort(),
    );
  });

  it("keeps or renames the back end's headers by the table", async () => {
    const answer = await talk(head('GET /headers'));
    const names = namesIn(answer);
    for (const name of ['Connection', 'Date', 'Server', 'WWW-Authenticate', 'X-Amzn-RequestId'])
      expect(names).toContain(`x-amzn-Remapped-${name}`);
    for (const name of ['Keep-Alive', 'Via', 'Trailer', 'Upgrade', 'Server', 'Transfer-Encoding'])
      expect(names).not.toContain(name);
    expect(names.filter((name) => name === 'Date')).toHaveLength(1);
    expect(answer).toContain('Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n');
    expect(answer).toContain('X-Umlaut: gr\u00fc\u00df\r\n');
    expect(answer).toContain('\r\nContent-Length: 5\r\n');
    expect(answer).toMatch(/\r\n\r\nplain$/);
  });

  it('for HEAD says how long the body would be, and sends none', async () => {
    const proxied = await talk(head('HEAD /echo'));
    expect(proxied).toContain('\r\nContent-Length: 1234\r\n');
    expect(proxied).toMatch(/\r\n\r\n$/);
    expect(await talk(head('HEAD /orders'))).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('of 204 has no body and no length', async () => {
    const answer = await talk(head('GET /nothing'));
    expect(answer).toMatch(/^HTTP\/1\.1 204 [\s\S]*\r\n\r\n$/);
    expect(namesIn(answer)).not.toContain('Content-Length');
  });

  it('is not the early hint of a back end', async () => {
    expect(await talk(head('GET /echo', 'X-Early-Hints: 1'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('for a preflight comes from the mock', async () => {
    const preflight = ['Origin: https://a.example', 'Access-Control-Request-Method: GET'];
    const answer = await talk(head('OPTIONS /orders', ...preflight));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    for (const line of ['Headers: Content-Type,X-Api-Key', 'Methods: GET,OPTIONS', 'Origin: *'])
      expect(answer).toContain(`\r\nAccess-Control-Allow-${line}\r\n`);
    expect(answer).toMatch(/\r\n\r\n$/);
  });
});

it("a canary takes its share, with its variables over the stage's", async () => {
  const variable = (name: string) => `$stageVariables.${name}`;
  const responseTemplates = { 'text/plain': `${variable('a')} ${variable('b')} $context.isCanaryRequest` };
  const mock = { type: 'MOCK' as const, requestTemplates: { 'application/json': '{"statusCode": 200}' } };
  const integrationResponses = { '200': { statusCode: '200', responseTemplates } };
  await gateway.putApi('split', 'prod', { 'GET /': { ...mock, integrationResponses } });
  const stage = { stageName: 'prod', deploymentId: 'split-1', variables: { a: '1', b: '1' } };
  const ask = async (percentTraffic: number) => {
    const canarySettings = { deploymentId: 'split-1', percentTraffic, stageVariableOverrides: { b: '2' } };
    const key = keyOf.stage(gateway.scope, 'split', 'prod');
    await gateway.state.write((tx) => tx.put('stages', key, { ...stage, canarySettings }));
    const texts = new Map<string, number>();
    for (let n = 0; n < 200; n += 1) {
      const { text } = await gateway.http({ host: 'split.execute-api.us-east-1.amazonaws.com', path: '/prod' });
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    return texts;
  };
  expect(await ask(0)).toEqual(new Map([['1 1 false', 200]]));
  expect(await ask(100)).toEqual(new Map([['1 2 true', 200]]));
  const half = await ask(50);
  // 200 throws of a coin: outside of this once in ten million runs.
  expect(half.get('1 2 true')).toBeGreaterThan(60);
  expect(half.get('1 1 false')).toBeGreaterThan(60);
});
