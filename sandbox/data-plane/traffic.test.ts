import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxBodyBytes } from './request-body';
import { startTestBackEnd, TestGateway } from './test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const host = 'shop.example.com';
const seen = { aborted: 0, bytes: 0, hanging: 0 };

beforeAll(async () => {
  gateway = await TestGateway.start();
  backEnd = await startTestBackEnd(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    response.on('close', () => {
      if (!response.writableFinished) seen.aborted += 1;
    });
    if (url.pathname === '/hang') {
      seen.hanging += 1;
      return;
    }
    if (url.pathname === '/stream') {
      response.write('first ');
      await once(request, 'end').catch(() => undefined);
      response.end('last');
      request.resume();
      return;
    }
    if (url.pathname === '/trickle') {
      response.write('begun ');
      return;
    }
    if (url.pathname === '/much') {
      response.end(Buffer.alloc(maxBodyBytes + 1));
      return;
    }
    if (url.pathname === '/endless') {
      const fill = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 20))) {}
      };
      response.on('drain', fill);
      fill();
      return;
    }
    if (url.pathname === '/early') {
      response.writeHead(401).end('no');
      return;
    }
    if (url.pathname === '/break') {
      request.socket.destroy();
      return;
    }
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      seen.bytes = bytes;
    });
    request.on('end', () =>
      response.end(JSON.stringify({ bytes, n: url.searchParams.get('n'), length: request.headers['content-length'] })),
    );
  });
  const streams = { responseTransferMode: 'STREAM' as const };
  const proxy = (path: string, timeoutInMillis = 29_000) => ({
    type: 'HTTP_PROXY' as const,
    httpMethod: 'ANY',
    uri: `${backEnd.url}${path}`,
    timeoutInMillis,
  });
  await gateway.putApi('main', 'prod', {
    'ANY /count': proxy('/count'),
    'ANY /hang': proxy('/hang', 100),
    'ANY /wait': proxy('/hang'),
    'ANY /trickle': proxy('/trickle', 200),
    'ANY /stream': { ...proxy('/stream'), ...streams },
    'ANY /much': proxy('/much'),
    'ANY /endless': proxy('/endless'),
    'ANY /streamed/trickle': { ...proxy('/trickle', 200), ...streams },
    'ANY /streamed/much': { ...proxy('/much'), ...streams },
    'ANY /break': proxy('/break'),
    'ANY /early': proxy('/early'),
    'ANY /down': { ...proxy(''), uri: 'http://127.0.0.1:1/' },
    'ANY /lost': { ...proxy(''), uri: 'http://no-such-host.invalid/' },
    'ANY /tls': { ...proxy(''), uri: backEnd.url.replace('http:', 'https:') },
  });
  await gateway.putDomain(host, { '': 'main/prod' });
});

afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

async function* pieces(count: number, size: number): AsyncGenerator<Buffer> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(size);
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 200; tries += 1) await sleep(10);
  expect(holds()).toBe(true);
}

describe('failing back ends', () => {
  it.each([
    ['/hang', 504, 'Endpoint request timed out'],
    ['/down', 504, 'Network error communicating with endpoint'],
    ['/lost', 504, 'Network error communicating with endpoint'],
    ['/tls', 504, 'Network error communicating with endpoint'],
    ['/break', 504, 'Network error communicating with endpoint'],
    ['/trickle', 504, 'Endpoint request timed out'],
    ['/much', 500, 'Internal server error'],
    ['/endless', 500, 'Internal server error'],
  ])('%s -> %i %s', async (path, status, message) => {
    const answer = await gateway.http({ host, path });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { message }]);
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
    expect(gateway.log.at(-1)).toContain(path);
  });

  it('breaks a streamed answer off that stops in the middle', async () => {
    await expect(gateway.http({ host, path: '/streamed/trickle' })).rejects.toThrow(/aborted|hang up/);
  });

  it('streams answers that are longer than others may be', async () => {
    const { status, text } = await gateway.http({ host, path: '/streamed/much' });
    expect([status, text.length]).toEqual([200, maxBodyBytes + 1]);
  });
});

describe('bodies', () => {
  it('are counted to the limit', async () => {
    const whole = await gateway.http({ host, path: '/count', method: 'POST', body: Buffer.alloc(maxBodyBytes) });
    expect(JSON.parse(whole.text)).toMatchObject({ bytes: maxBodyBytes, length: String(maxBodyBytes) });
    const chunked = await gateway.http({ host, path: '/count', method: 'POST', body: pieces(10, 1 << 20) });
    expect(JSON.parse(chunked.text).bytes).toBe(10 << 20);
  });

  it.each([
    ['of declared length', Buffer.alloc(maxBodyBytes + 1)],
    ['in chunks', pieces(11, 1 << 20)],
  ])('too long %s are refused as AWS does', async (_, body) => {
    const answer = await gateway.http({ host, path: '/count', method: 'POST', body });
    expect([answer.status, answer.text]).toEqual([413, 'HTTP content length exceeded 10485760 bytes.']);
    expect(answer.headers['content-type']).toBe('text; charset=utf-8');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('x-am'))).toEqual([]);
  });

  it('that are too long are refused before they are sent, if the client asks', async () => {
    const socket = connect(gateway.plane.httpPort, '127.0.0.1');
    const head = `POST /count HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n`;
    socket.write(head);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  it.each(['/count', '/early'])('left unread by %s do not hold up the next request on the connection', async (path) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const size = path === '/early' ? 9 : 11;
    for (let turn = 0; turn < 3; turn += 1) {
      const outgoing = httpRequest({
        port: gateway.plane.httpPort,
        path,
        method: 'POST',
        agent,
        headers: { Host: host },
      });
      for await (const piece of pieces(size, 1 << 20)) outgoing.write(piece);
      outgoing.end();
      const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
      expect(message.statusCode).toBe(path === '/early' ? 401 : 413);
      message.resume();
      await once(message, 'end');
    }
    agent.destroy();
  });

  it('stream both ways at once, where the integration streams and the client says how much comes', async () => {
    const outgoing = httpRequest({
      port: gateway.plane.httpPort,
      path: '/stream',
      method: 'POST',
      headers: { Host: host, 'Content-Length': '2' },
    });
    outgoing.write('a');
    const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
    const [first] = (await once(message, 'data')) as [Buffer];
    expect(first.toString()).toBe('first ');
    const { length } = gateway.log;
    outgoing.destroy();
    message.destroy();
    await sleep(50);
    expect(gateway.log).toHaveLength(length);
  });
});

describe('connections', () => {
  it('of a client that leaves take the back end request along', async () => {
    const before = seen.aborted;
    const hanging = seen.hanging;
    const outgoing = httpRequest({ port: gateway.plane.httpPort, path: '/wait', headers: { Host: host } });
    outgoing.on('error', () => undefined);
    outgoing.end();
    await until(() => seen.hanging === hanging + 1);
    outgoing.destroy();
    await until(() => seen.aborted === before + 1);
  });

  it('of a client that leaves in the middle of its body too', async () => {
    const before = seen.aborted;
    const headers = { Host: host, 'Content-Length': '1000000' };
    const outgoing = httpRequest({ port: gateway.plane.httpPort, path: '/count', method: 'POST', headers });
    outgoing.on('error', () => undefined);
    outgoing.write(Buffer.alloc(1000));
    await until(() => seen.bytes === 1000);
    outgoing.destroy();
    await until(() => seen.aborted === before + 1);
  });

  it('are kept to both sides: 50 clients at once, 5 requests each', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const before = backEnd.connections();
    async function ask(n: number): Promise<string> {
      const outgoing = httpRequest({
        port: gateway.plane.httpPort,
        path: `/count?n=${n}`,
        agent,
        headers: { Host: host },
      });
      outgoing.end();
      const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk as Buffer);
      return JSON.parse(Buffer.concat(chunks).toString()).n;
    }
    const clients = Array.from({ length: 50 }, async (_, client) => {
      const answers: string[] = [];
      for (let turn = 0; turn < 5; turn += 1) answers.push(await ask(client * 5 + turn));
      return answers;
    });
    const answers = (await Promise.all(clients)).flat();
    expect(answers).toEqual(Array.from({ length: 250 }, (_, n) => String(n)));
    expect(backEnd.connections() - before).toBeLessThanOrEqual(60);
    agent.destroy();
  });
});

describe('malformed requests', () => {
  async function send(text: string, port = gateway.plane.httpPort): Promise<string> {
    const socket: Socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(text);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of socket) chunks.push(chunk as Buffer);
    } catch {
      // Reset: as good an answer.
    }
    return Buffer.concat(chunks).toString('latin1').split('\r\n')[0] ?? '';
  }

  it.each([
    ['nonsense\r\n\r\n', /400/],
    ['GET / HTTP/1.1\r\n\r\n', /400/],
    [`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /431/],
    [`GET http://${host}/count HTTP/1.1\r\nHost: other.test\r\nConnection: close\r\n\r\n`, /200/],
    [`OPTIONS * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, /403/],
    [`GET /count?%zz=%&;;&=%ff HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, /200/],
    [`GET /%%%/../\u00e9 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, /4\d\d/],
    ['GET / HTTP/1.0\r\n\r\n', /403/],
    [`POST /count HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`, /^$|400|500|504/],
    [`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`, /^$/],
    [`GET /count HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`, /200/],
  ])('%j', async (text, first) => {
    expect(await send(text)).toMatch(first);
    expect((await gateway.http({ host, path: '/count' })).status).toBe(200);
  });

  it('on the TLS port', async () => {
    for (const text of ['GET / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00']) {
      await send(text, gateway.plane.httpsPort);
    }
    connect(gateway.plane.httpsPort, '127.0.0.1').end('\x16\x03');
    expect((await gateway.https({ host, path: '/count' })).status).toBe(200);
  });

  it('from a back end that does not speak HTTP', async () => {
    const odd = createServer((socket) => socket.end('hello\r\n\r\n')).listen(0, '127.0.0.1');
    await once(odd, 'listening');
    const uri = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`;
    await gateway.putApi('odd', 'prod', { 'GET /': { type: 'HTTP_PROXY', httpMethod: 'GET', uri } });
    await gateway.putDomain('odd.example.com', { '': 'odd/prod' });
    expect((await gateway.http({ host: 'odd.example.com' })).status).toBe(504);
    odd.close();
  });
});
