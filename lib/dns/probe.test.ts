import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Network } from '@/lib/dns/network';
import { probe } from '@/lib/dns/probe';
import { dnsServer } from '@/lib/dns/testing/dns-server';
import { type Site, tlsSites } from '@/lib/dns/testing/tls-site';
import { tryRequest } from '@/lib/dns/try-request';

let names: Awaited<ReturnType<typeof dnsServer>>;
let sites: Awaited<ReturnType<typeof tlsSites>>;
/** The same, but this machine is out of bounds. */
let guarded: Awaited<ReturnType<typeof tlsSites>>;
const opened: Site[] = [];
beforeAll(async () => {
  names = await dnsServer({
    'localhost.test A': { records: [{ type: 'A', name: 'localhost.test', ttl: 60, data: '127.0.0.1' }] },
    'localhost.test AAAA': { records: [] },
    'localhost.test CNAME': { records: [] },
  });
  sites = await tlsSites([names.address]);
  guarded = await tlsSites([names.address], []);
});
afterEach(async () => {
  for (const site of opened.splice(0)) await site.close();
});
afterAll(async () => {
  sites.remove();
  guarded.remove();
  await names.close();
});

const gateway = { 'x-amz-apigw-id': 'abc=', 'x-amzn-requestid': 'r-1' };
const answer =
  (status: number, headers: Record<string, string> = gateway): RequestListener =>
  (request, response) => {
    seen.push(`${request.method} ${request.headers.host}${request.url} ${request.headers['user-agent']}`);
    response.writeHead(status, headers).end('hello');
  };
const seen: string[] = [];

async function open(...args: Parameters<typeof sites.open>): Promise<Network> {
  const site = await sites.open(...args);
  opened.push(site);
  return site.network;
}

function look(network: Network, basePaths = ['']) {
  const routing = { chain: [], addresses: ['127.0.0.1'], failure: null };
  return probe(network, {
    hostname: 'shop.test',
    routing,
    resolved: { ok: true, sentence: 'Leads here.' },
    basePaths,
    now: new Date(),
  });
}

describe('the probe', () => {
  it('takes an answer of the gateway over valid TLS for a proof, and asks each base path', async () => {
    seen.length = 0;
    const proof = await look(await open(['shop.test'], answer(302)), ['', 'v1']);
    expect(proof).toMatchObject({
      tls: { ok: true, names: ['shop.test'] },
      https: { ok: true, status: 302, requestId: 'r-1', url: 'https://shop.test/v1' },
    });
    expect(seen).toEqual(['GET shop.test/ Gatehouse-probe/1.0', 'GET shop.test/v1 Gatehouse-probe/1.0']);
  });

  it('takes errors of integrations for Live without risk, and refusals of the gateway itself for a risk', async () => {
    const error = (status: number, type: string) =>
      open(['shop.test'], answer(status, { ...gateway, 'x-amzn-errortype': type }));
    expect((await look(await error(504, 'InternalServerErrorException'))).risks).toEqual([]);
    expect((await look(await error(502, ''))).risks).toEqual([]);
    expect((await look(await open(['shop.test'], answer(429)))).risks).toEqual([]);
    for (const network of [
      await error(429, 'TooManyRequestsException'),
      await error(503, 'ServiceUnavailableException'),
    ]) {
      const proof = await look(network);
      expect(proof).toMatchObject({ https: { ok: true }, risks: [{ where: 'gateway' }] });
    }
  });

  it('shakes hands with each of several addresses, and tells which turns clients away', async () => {
    const site = await open(['shop.test'], answer(200));
    const at = (addresses: string[], network = site) => {
      const routing = { chain: [], addresses, failure: null };
      const resolved = { ok: true, sentence: 'Leads here.' };
      return probe(network, { hostname: 'shop.test', routing, resolved, basePaths: [''], now: new Date() });
    };
    expect((await at(['127.0.0.1', '127.0.0.1'])).risks).toEqual([]);
    // Out of bounds, so never connected to; and no address that the internet reaches.
    expect(await at(['127.0.0.1', '127.0.0.2'])).toMatchObject({
      https: { ok: true },
      risks: [
        {
          where: 'dns',
          sentence: expect.stringMatching(/^1 of the 2 addresses of shop\.test does not lead .*127\.0\.0\.2/),
        },
      ],
    });
    const wide = { ...site, guard: { check: () => ({ ok: true as const }) } };
    const { risks } = await at(['127.0.0.1', '127.0.0.2'], wide as Network);
    expect(risks).toMatchObject([{ where: 'dns', sentence: expect.stringMatching(/127\.0\.0\.2/) }]);
    // This machine may have no way to IPv6 at all.
    expect((await at(['127.0.0.1', '::1'], wide as Network)).risks).toEqual([]);
  });

  const tlsCases: [title: string, open: () => Promise<Network>, says: RegExp][] = [
    ['expired', () => open(['shop.test'], answer(200), { from: -9, to: -2 }), /^The certificate expired on \d{4}-/],
    [
      'not valid yet',
      () => open(['shop.test'], answer(200), { from: 2, to: 9 }),
      /^The certificate is not valid before/,
    ],
    [
      'for another name',
      () => open(['other.test'], answer(200)),
      /^The certificate is for other\.test, not for shop\.test\.$/,
    ],
    ['of a strange CA', () => open(['shop.test'], answer(200), { strange: true }), /not trusted/],
    ['nobody listens', async () => sites.networkOf(9), /127\.0\.0\.1:9 refused the connection\./],
  ];
  it.each(tlsCases)('tells a bad connection apart: %s', async (_title, openIt, says) => {
    const proof = await look(await openIt());
    expect(proof.tls.ok).toBe(false);
    expect(proof.tls.sentence).toMatch(says);
    expect(proof.https).toMatchObject({ ok: false, sentence: 'Not asked: there is no valid TLS connection.' });
  });

  it('tells a server that speaks no TLS apart', async () => {
    const plain = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => plain.once('listening', resolve));
    const address = plain.address();
    const proof = await look(sites.networkOf(typeof address === 'object' && address !== null ? address.port : 0));
    expect(proof.tls.sentence).toMatch(/does not speak TLS/);
    plain.close();
  });

  it('is not fooled by somebody else, nor by a domain without mapping', async () => {
    const stranger = await look(await open(['shop.test'], answer(200, { server: 'nginx' })));
    expect(stranger.https).toMatchObject({
      ok: false,
      sentence: 'Something else than the gateway answered with 200 (it calls itself nginx).',
    });
    const bare = await look(
      await open(['shop.test'], answer(403, { ...gateway, 'x-amzn-errortype': 'ForbiddenException' })),
    );
    expect(bare.https).toMatchObject({ ok: false, status: 403 });
    const unknownPath = await look(
      await open(['shop.test'], answer(403, { ...gateway, 'x-amzn-errortype': 'MissingAuthenticationTokenException' })),
    );
    expect(unknownPath.https).toMatchObject({
      ok: true,
      sentence: 'The gateway itself answered (403: it has no open route at this path), which is proof enough.',
    });
    const failing = await look(
      await open(['shop.test'], answer(504, { ...gateway, 'x-amzn-errortype': 'InternalServerErrorException' })),
    );
    expect(failing.https).toMatchObject({
      ok: true,
      sentence: expect.stringMatching(/504: what this path calls fails/),
    });
  });
});

describe('a name that leads inside', () => {
  const inside = [
    '127.0.0.1',
    '10.0.0.5',
    '169.254.169.254',
    '::1',
    'fd00:ec2::254',
    '::ffff:7f00:1',
    '64:ff9b::a00:5',
  ];

  it.each(inside)('is a finding, and nothing is connected to: %s', async (address) => {
    seen.length = 0;
    const site = await guarded.open(['shop.test'], answer(200));
    opened.push(site);
    const routing = { chain: [], addresses: [address], failure: null };
    const proof = await probe(site.network, {
      hostname: 'shop.test',
      routing,
      resolved: { ok: false, sentence: 'Leads elsewhere.' },
      basePaths: [''],
      now: new Date(),
    });
    expect(proof.tls).toMatchObject({
      ok: false,
      sentence: expect.stringContaining(`resolves to ${address}, which is`),
    });
    expect(proof.https).toMatchObject({ ok: false, status: null });
    expect(seen).toEqual([]);
  });

  it('gets no tried request either, and the sentence says what to do', async () => {
    seen.length = 0;
    const site = await guarded.open(['localhost.test'], answer(200));
    opened.push(site);
    const result = await tryRequest(site.network, { hostname: 'localhost.test', path: '/', method: 'GET' });
    expect(result).toMatchObject({ response: null, connection: { address: '127.0.0.1', protocol: null } });
    expect(result.sentence).toMatch(
      /^Not connected: localhost\.test resolves to 127\.0\.0\.1, which is an address of this machine itself\. .*GATEHOUSE_ALLOWED_NETWORKS/,
    );
    expect(seen).toEqual([]);
  });

  it('is passed over where another address is public or allowed', async () => {
    const network = await open(['shop.test'], answer(200));
    const routing = { chain: [], addresses: ['10.0.0.5', '::1', '169.254.169.254', '127.0.0.1'], failure: null };
    const subject = { hostname: 'shop.test', routing, resolved: { ok: true, sentence: '' }, basePaths: [''] };
    expect(await probe(network, { ...subject, now: new Date() })).toMatchObject({ tls: { ok: true } });
  });
});

describe('"Try it"', () => {
  const asked = { hostname: 'localhost.test', path: '/a?b=c' };

  it('shows both sides of a real request', async () => {
    const echo: RequestListener = (request, response) => {
      let body = '';
      request
        .on('data', (chunk) => (body += chunk))
        .on('end', () => response.writeHead(201, { 'x-y': 'z' }).end(`${request.method} ${request.url} ${body}`));
    };
    const network = await open(['localhost.test'], echo);
    const result = await tryRequest(network, {
      ...asked,
      method: 'POST',
      body: 'hi',
      headers: { 'X-A': '1', Host: 'evil' },
    });
    expect(result.request.line).toBe('POST /a?b=c HTTP/1.1');
    expect(result.request.headers).toContainEqual(['host', 'localhost.test']);
    expect(result.request.headers).toContainEqual(['X-A', '1']);
    expect(result.response).toMatchObject({ status: 201, body: 'POST /a?b=c hi', truncated: false });
    expect(result.response?.headers).toContainEqual(['x-y', 'z']);
    expect(result.connection).toMatchObject({ address: '127.0.0.1', certificate: { names: ['localhost.test'] } });
    expect(result.timings.total).toBeGreaterThan(0);
  });

  it('cuts long answers, shows no binary ones, and sends nothing without a valid certificate', async () => {
    const long = await tryRequest(await open(['localhost.test'], (_q, r) => r.end('x'.repeat(200_000))), {
      ...asked,
      method: 'GET',
    });
    expect(long.response).toMatchObject({ truncated: true, bodyBytes: 65_536 });
    const binary = await tryRequest(await open(['localhost.test'], (_q, r) => r.end(Buffer.from([0, 255, 254]))), {
      ...asked,
      method: 'GET',
    });
    expect(binary.response?.body).toBeNull();
    seen.length = 0;
    const wrong = await tryRequest(await open(['other.test'], answer(200)), { ...asked, method: 'GET' });
    expect(wrong).toMatchObject({
      response: null,
      sentence: 'The certificate is for other.test, not for localhost.test.',
    });
    expect(seen).toEqual([]);
  });

  it('refuses what is no path or method', async () => {
    const network = sites.networkOf(9);
    await expect(tryRequest(network, { ...asked, method: 'GET', path: 'http://evil/' })).rejects.toThrow(TypeError);
    await expect(tryRequest(network, { ...asked, method: 'GET', path: '/a\r\nX: y' })).rejects.toThrow(TypeError);
    await expect(tryRequest(network, { ...asked, method: 'CONNECT' })).rejects.toThrow(TypeError);
  });
});
