import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createResolver } from '@/lib/dns/resolver';
import { dnsServer } from '@/lib/dns/testing/dns-server';
import { type AddressGuard, createGuard } from './address-guard';
import { guardedFetch } from './guarded-fetch';

const servers: Server[] = [];
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Lets one port of this machine through, as the operator's list would let a network. */
const only = (...ports: number[]): AddressGuard => createGuard({ allowedNetworks: [], sandboxPorts: ports });
const nothing = createGuard({ allowedNetworks: [], sandboxPorts: [] });
const options = (guard: AddressGuard) => ({ purpose: 'The hook', guard });
const refused = { name: 'ExpectedError', code: 'invalid' };

describe('a URL', () => {
  const forms = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '0x7f000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ]
    .concat(['[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '127。0。0。1', '①②⑦.0.0.1', '0', '[::]', '10.0.0.5', 'localhost'])
    .concat(['169.254.169.254', '[fd00:ec2::254]', '[fe80::1]', '100.64.0.1', '224.0.0.1', 'example.com@127.0.0.1']);
  it.each(forms)('that leads inside is refused and nothing is sent: %s', async (host) => {
    let seen = 0;
    const port = await listen((_, response) => {
      seen += 1;
      response.end('inside');
    });
    const asked = guardedFetch(`http://${host}:${port}/`, {}, options(nothing));
    await expect(asked).rejects.toMatchObject(refused);
    expect(seen).toBe(0);
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'gopher://127.0.0.1/', 'data:text/plain,x', 'no url', ''])(
    'of another kind is refused: %s',
    async (url) => {
      await expect(guardedFetch(url, {}, options(nothing))).rejects.toMatchObject(refused);
    },
  );

  it('says where it led', async () => {
    const resolve = async () => ['10.0.0.5'];
    await expect(
      guardedFetch('https://hooks.example.com/', {}, { ...options(nothing), resolve }),
    ).rejects.toMatchObject({
      message: 'The hook leads to hooks.example.com, which resolves to 10.0.0.5, which is a private address.',
      options: { fix: expect.stringContaining('GATEHOUSE_ALLOWED_NETWORKS') },
    });
  });
});

describe('a redirect', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:8081/',
    'http://[::1]:8081/',
    'file:///etc/passwd',
    '//2130706433:8081/',
  ])('to %s is refused', async (location) => {
    const port = await listen((_, response) => response.writeHead(302, { location }).end());
    await expect(guardedFetch(`http://127.0.0.1:${port}/`, {}, options(only(port)))).rejects.toMatchObject(refused);
  });

  it('within bounds is followed, at most five times, without credentials for another origin', async () => {
    const seen: (string | undefined)[] = [];
    const second = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    const first = await listen((request, response) => {
      seen.push(request.headers.authorization);
      const location = request.url === '/round' ? '/round' : `http://127.0.0.1:${second}/end`;
      response.writeHead(307, { location }).end();
    });
    const init = { headers: { authorization: 'Bearer secret' } };
    const guard = options(only(first, second));
    expect(await guardedFetch(`http://127.0.0.1:${first}/`, init, guard)).toMatchObject({
      status: 200,
      text: 'there',
      url: `http://127.0.0.1:${second}/end`,
    });
    expect(seen).toEqual(['Bearer secret', undefined]);
    await expect(guardedFetch(`http://127.0.0.1:${first}/round`, init, guard)).rejects.toMatchObject({ code: 'limit' });
    expect(seen).toHaveLength(2 + 6);
  });

  it('of a POST is its answer', async () => {
    const port = await listen((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end());
    const answer = await guardedFetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }, options(only(port)));
    expect(answer).toMatchObject({ status: 307, ok: false });
  });
});

describe('a name', () => {
  let names: Awaited<ReturnType<typeof dnsServer>>;
  const answers: string[] = [];
  beforeAll(async () => {
    names = await dnsServer(() => {
      const data = answers.length > 1 ? answers.shift() : answers[0];
      return { records: data === undefined ? [] : [{ type: 'A', name: 'rebind.test', ttl: 0, data }] };
    });
  });
  afterAll(() => names.close());

  const resolve = async (name: string) => {
    const found = await createResolver([names.address]).a(name);
    return found.outcome === 'ok' ? found.records : [];
  };

  it('that answers harmlessly first and 127.0.0.1 then reaches nothing', async () => {
    let seen = 0;
    const inside = await listen((_, response) => {
      seen += 1;
      response.end('inside');
    });
    // The first answer is let through, and leads to the name once more: a connection of its own.
    const outside = await listen((_, response) =>
      response.writeHead(302, { location: `http://rebind.test:${inside}/` }).end(),
    );
    answers.splice(0, answers.length, '127.0.0.1', '127.0.0.1');
    const guarded = { ...options(only(outside)), resolve };
    await expect(guardedFetch(`http://rebind.test:${outside}/`, {}, guarded)).rejects.toMatchObject(refused);
    expect(seen).toBe(0);
  });

  it('is asked for once a connection, and what was judged is what is connected to', async () => {
    const asked: string[] = [];
    const port = await listen((request, response) => response.end(request.headers.host));
    answers.splice(0, answers.length, '127.0.0.1', '10.9.9.9');
    const guard: AddressGuard = {
      check(address, at) {
        asked.push(address);
        return only(port).check(address, at);
      },
    };
    const answer = await guardedFetch(`http://rebind.test:${port}/`, {}, { ...options(guard), resolve });
    expect(answer.text).toBe(`rebind.test:${port}`);
    expect(asked).toEqual(['127.0.0.1']);
    // Had the name been looked up again to connect, this answer would be gone.
    expect(answers).toEqual(['10.9.9.9']);
  });

  it('with no address says so', async () => {
    answers.splice(0);
    await expect(guardedFetch('http://rebind.test/', {}, { ...options(nothing), resolve })).rejects.toMatchObject({
      code: 'not-found',
      message: 'The hook: rebind.test does not resolve.',
    });
  });
});

describe('an answer', () => {
  it('is cut at the limit', async () => {
    const port = await listen((_, response) => response.end('x'.repeat(5000)));
    const answer = await guardedFetch(`http://127.0.0.1:${port}/`, {}, { ...options(only(port)), maxBodyBytes: 1000 });
    expect(answer).toMatchObject({ truncated: true, text: 'x'.repeat(1000) });
  });

  it('that never comes, or never ends, is given up', async () => {
    for (const answer of [() => {}, (_: unknown, response: { write(text: string): void }) => response.write('x')]) {
      const port = await listen(answer as RequestListener);
      await expect(
        guardedFetch(`http://127.0.0.1:${port}/`, {}, { ...options(only(port)), timeoutMs: 300 }),
      ).rejects.toMatchObject({ code: 'limit' });
    }
  });

  it('of a port where nobody listens is a sentence', async () => {
    const port = await listen(() => {});
    for (const server of servers.splice(0)) server.close();
    await expect(guardedFetch(`http://127.0.0.1:${port}/`, {}, options(only(port)))).rejects.toMatchObject({
      code: 'not-found',
      message: 'The hook could not be reached (ECONNREFUSED).',
    });
  });
});
