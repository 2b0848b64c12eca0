import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitRequest, bodyLimits, type Place } from './admit-request';

const local: Place = { publicUrl: 'http://localhost:3000', host: '127.0.0.1', trustProxy: false };
const site: Place = { publicUrl: 'https://gatehouse.example.com', host: '0.0.0.0', trustProxy: false };
const behindProxy: Place = { ...site, trustProxy: true };

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  session?: boolean;
}

const admit = async (place: Place, { method = 'GET', path = '/overview', headers = {}, session = false }: Asked) =>
  (await admitRequest({ method, path, header: (name) => headers[name] ?? null }, place, async () => session))?.status ??
  'admitted';

describe('the name', () => {
  it.each([
    [local, 'localhost:3000'],
    [local, 'LOCALHOST:3000'],
    [local, '127.0.0.1:3000'],
    [local, '[::1]:3000'],
    [local, 'console.localhost'],
    [local, '192.168.1.20:3000'],
    [{ ...local, host: 'buildbox' }, 'buildbox:3000'],
    [{ ...local, publicUrl: null }, 'localhost'],
    [site, 'gatehouse.example.com'],
    [site, 'gatehouse.example.com:443'],
    [site, 'localhost:3000'],
    [site, '0.0.0.0:3000'],
    [behindProxy, 'gatehouse.example.com'],
  ])('%o answers to %s', async (place, host) => {
    expect(await admit(place, { headers: { host } })).toBe('admitted');
  });

  it.each([
    [local, 'evil.example'],
    [local, 'localhost.evil.example:3000'],
    [local, '127.0.0.1.evil.example'],
    [local, 'evil.example@localhost:3000'.replace('@', '%40')],
    [local, ''],
    [local, '['],
    [site, 'evil.example'],
    [site, 'gatehouse.example.com.evil.example'],
    [site, 'gatehouse.example.com:8443'],
    [site, '10.0.0.5'],
    [site, '[::2]:3000'],
  ])('%o does not answer to %j', async (place, host) => {
    expect(await admit(place, { headers: { host } })).toBe(421);
    expect(await admit(place, { path: '/api/search', headers: { host } })).toBe(421);
    expect(await admit(place, { path: '/api/health', headers: { host } })).toBe('admitted');
  });

  it('is taken from a proxy only where one is trusted', async () => {
    const headers = { host: '10.0.0.5:3000', 'x-forwarded-host': 'gatehouse.example.com' };
    expect(await admit(site, { headers })).toBe(421);
    expect(await admit(behindProxy, { headers })).toBe('admitted');
    // What the client claimed before the proxy added its own word.
    const claimed = { host: 'x', 'x-forwarded-host': 'gatehouse.example.com, evil.example' };
    expect(await admit(behindProxy, { headers: claimed })).toBe(421);
  });

  it('of a stranger is never answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.domain(), fc.webAuthority(), fc.string()),
        fc.constantFrom(local, site),
        async (host, place) => {
          fc.pre(!/localhost|^[\d.:[\]a-f]+$|gatehouse\.example\.com/i.test(host));
          // A number is an address in a URL: no name that a DNS answer stands behind.
          fc.pre(!/^(0x[\da-f]*|\d+)([.:]|$)/i.test(host));
          expect(await admit(place, { headers: { host } })).toBe(421);
        },
      ),
    );
  });
});

describe('where it was sent from', () => {
  const host = 'localhost:3000';
  it.each<[string, Place, Record<string, string>, number | 'admitted']>([
    ['our own page', local, { host, origin: 'http://localhost:3000' }, 'admitted'],
    [
      'our own page by another of our names',
      local,
      { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
      'admitted',
    ],
    ['our own page, without origin', local, { host, 'sec-fetch-site': 'same-origin' }, 'admitted'],
    [
      'our own page behind a proxy',
      behindProxy,
      { host: 'gatehouse.example.com', origin: 'https://gatehouse.example.com' },
      'admitted',
    ],
    ['another site', local, { host, origin: 'https://evil.example' }, 403],
    ['another port of this machine', local, { host, origin: 'http://localhost:8080' }, 403],
    ['a sandboxed frame', local, { host, origin: 'null' }, 403],
    ['an extension', local, { host, origin: 'chrome-extension://localhost:3000' }, 403],
    ['a sibling site', local, { host, 'sec-fetch-site': 'same-site' }, 403],
    ['no browser', local, { host }, 403],
    ['http where https is ours', site, { host: 'gatehouse.example.com', origin: 'http://gatehouse.example.com' }, 403],
    [
      'another site with its own claim',
      site,
      { host: 'gatehouse.example.com', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
  ])('%s', async (_, place, headers, answer) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await admit(place, { method, headers })).toBe(answer);
  });

  it('matters for reading data, too, but not for opening a page by a link', async () => {
    const headers = { host, 'sec-fetch-site': 'cross-site' };
    expect(await admit(local, { headers })).toBe('admitted');
    expect(await admit(local, { path: '/api/openapi', headers })).toBe(403);
    expect(await admit(local, { path: '/api/auth/callback/oidc', headers })).toBe('admitted');
  });
});

describe('the body', () => {
  const own = { host: 'localhost:3000', origin: 'http://localhost:3000' };
  const sized = (bytes: number) => ({ ...own, 'content-length': String(bytes) });
  it.each<[string, Asked, number | 'admitted']>([
    ['none', { headers: own }, 'admitted'],
    ['a visitor’s', { headers: sized(bodyLimits.visitor) }, 'admitted'],
    ['a visitor’s, too large', { headers: sized(bodyLimits.visitor + 1) }, 413],
    ['a visitor’s import', { path: '/routes/import', headers: sized(bodyLimits.visitor + 1) }, 413],
    ['a form’s', { session: true, headers: sized(bodyLimits.session) }, 'admitted'],
    ['a form’s, too large', { session: true, headers: sized(bodyLimits.session + 1) }, 413],
    ['an import’s', { session: true, path: '/routes/import', headers: sized(bodyLimits.import) }, 'admitted'],
    ['an import’s, too large', { session: true, path: '/routes/import', headers: sized(bodyLimits.import + 1) }, 413],
    ['a path like the import’s', { session: true, path: '/routes/import/', headers: sized(bodyLimits.import) }, 413],
    ['chunked', { session: true, headers: { ...own, 'transfer-encoding': 'chunked' } }, 411],
    [
      'chunked in another spelling',
      { session: true, headers: { ...sized(1), 'transfer-encoding': 'Chunked, gzip' } },
      411,
    ],
  ])('%s', async (_, asked, answer) => {
    expect(await admit(local, { method: 'POST', ...asked })).toBe(answer);
  });
});
