import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Authority, Delegation, DnsServer, ServerAnswer } from '@/lib/dns/authority/model';
import { createNetwork } from '@/lib/dns/network';
import { createGuard } from '@/lib/net/address-guard';
import { startTestSandbox, type TestSandbox } from '@/sandbox/test-sandbox';

let sandbox: TestSandbox;
let authority: Authority;
let resolver: DnsServer;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { dns } = sandbox.ports;
  ({ authority } = createNetwork({
    dnsServers: [`127.0.0.1:${dns}`],
    dnsAuthorityPort: dns,
    probeHttpsPort: sandbox.ports.https,
    probeCaFile: null,
    guard: createGuard({ allowedNetworks: [], sandboxPorts: [], sandboxDnsPort: dns }),
  }));
  resolver = authority.resolvers[0] as DnsServer;
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await sandbox.admin('POST', 'reset');
  await sandbox.admin('PATCH', 'dials', { dnsCache: false });
});

const put = (name: string, type: string, value: string, more = {}) =>
  sandbox.admin('PUT', 'dns', { name, type, values: [value], ttl: 300, ...more });

/** `<outcome> <values>`, as a line of dig. */
const line = ({ outcome, records }: ServerAnswer) => [outcome, ...records.map(({ value }) => value)].join(' ');

const recursive = { recursive: true };
const resolved = async (name: string, type: string, options = {}) =>
  line(await authority.ask(resolver, name, type, { ...recursive, ...options }));

const askAll = (delegation: Delegation | null, name: string, type: string) =>
  Promise.all((delegation?.servers ?? []).map(async (server) => line(await authority.ask(server, name, type))));

async function createZone(name: string): Promise<string[]> {
  const { DelegationSet } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: name, CallerReference: String(Math.random()) }),
  );
  return [...(DelegationSet?.NameServers ?? [])].sort();
}

describe('who is in charge of a name', () => {
  it("is the customer's provider, which answers itself with authority", async () => {
    await put('shop.customer.test', 'CNAME', 'd-1.example.net');
    const delegation = await authority.findDelegation('Shop.customer.test.');
    const names = ['ns1.customer-dns.example', 'ns2.customer-dns.example'];
    expect(delegation).toEqual({
      zone: 'customer.test',
      atParent: names,
      atZone: names,
      servers: [
        { name: names[0], address: '127.0.0.3', port: sandbox.ports.dns },
        { name: names[1], address: '127.0.0.4', port: sandbox.ports.dns },
      ],
    });
    const [server] = delegation?.servers ?? [];
    if (!server) throw new Error('No server.');
    expect(await authority.ask(server, 'SHOP.customer.test', 'A')).toMatchObject({
      authoritative: true,
      outcome: 'NODATA',
      records: [{ type: 'CNAME', value: 'd-1.example.net', ttl: 300 }],
    });
    expect(await authority.ask(server, 'nope.customer.test', 'A')).toMatchObject({
      authoritative: true,
      outcome: 'NXDOMAIN',
      authority: [{ type: 'SOA', name: 'customer.test' }],
    });
    expect(line(await authority.ask(server, 'example.org', 'A'))).toBe('REFUSED');
  });

  it('is whom the zone lists, so that any provider can be played', async () => {
    for (const value of ['ada', 'bob']) await put('customer.test', 'NS', `${value}.ns.cloudflare.com`);
    await sandbox.admin('PUT', 'dns', {
      name: 'customer.test',
      type: 'NS',
      values: ['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'],
    });
    await put('www.customer.test', 'A', '192.0.2.7');
    const delegation = await authority.findDelegation('www.customer.test');
    expect(delegation?.atParent).toEqual(['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com']);
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['ok 192.0.2.7', 'ok 192.0.2.7']);
  });

  it("is Route 53's delegated set only, four addresses of their own", async () => {
    const names = await createZone('ours.test');
    const others = await createZone('other.test');
    const delegation = await authority.findDelegation('x.ours.test');
    expect(delegation).toMatchObject({ zone: 'ours.test', atParent: names, atZone: names });
    expect(delegation?.servers.map(({ address }) => address.slice(0, 6))).toEqual(Array(4).fill('127.1.'));
    expect(await askAll(delegation, 'ours.test', 'NS')).toEqual(
      Array(4).fill(expect.stringContaining('awsdns')) as string[],
    );
    expect(others).not.toEqual(names);
    expect(await askAll(delegation, 'other.test', 'NS')).toEqual(Array(4).fill('REFUSED'));
  });

  it('is the zone below, where its parent delegates it, and the parent says so in a referral', async () => {
    const names = await createZone('shop.customer.test');
    await sandbox.admin('PUT', 'dns', { name: 'shop.customer.test', type: 'NS', values: names });
    await put('customer.test', 'TXT', 'hello');
    expect(await authority.findDelegation('a.shop.customer.test')).toMatchObject({
      zone: 'shop.customer.test',
      atParent: names,
    });
    const upper = await authority.findDelegation('customer.test');
    const [server] = upper?.servers ?? [];
    expect(server && (await authority.ask(server, 'a.shop.customer.test', 'A'))).toMatchObject({
      authoritative: false,
      outcome: 'NODATA',
      records: [],
      authority: names.map(() => ({ name: 'shop.customer.test', type: 'NS' })),
    });
  });

  it('is the zone of the name, not of what a CNAME leads to', async () => {
    await put('www.customer.test', 'CNAME', 'other.example.net');
    await put('other.example.net', 'A', '192.0.2.1');
    expect((await authority.findDelegation('www.customer.test'))?.zone).toBe('customer.test');
  });

  it('is a registry, for a name that nobody registered, and the root where there is no such top level', async () => {
    await put('customer.test', 'TXT', 'hello');
    expect((await authority.findDelegation('www.free.test'))?.zone).toBe('test');
    expect((await authority.findDelegation('www.free.nowhere'))?.zone).toBe('');
  });

  it('is nobody where no resolver answers', async () => {
    const guard = createGuard({ allowedNetworks: [], sandboxPorts: [] });
    const { authority: alone } = createNetwork({
      dnsServers: ['127.0.0.1:9'],
      probeHttpsPort: 1,
      probeCaFile: null,
      guard,
    });
    expect(await alone.findDelegation('www.customer.test')).toBeNull();
  });
});

describe('a stale delegation', () => {
  it('to servers that are gone, or that refuse, leaves the name without an answer', async () => {
    const names = await createZone('ours.test');
    for (const [server, answers] of [
      ['ns1.gone.invalid', []],
      ['ns1.old-hoster.example', ['REFUSED']],
      ['ns-1.awsdns-00.com', ['REFUSED']],
    ] as const) {
      if (names.includes(server)) continue;
      await sandbox.admin('PUT', 'dns/delegations', { zone: 'ours.test', nameServers: [server] });
      expect(await resolved('www.ours.test', 'A')).toBe('SERVFAIL');
      const delegation = await authority.findDelegation('www.ours.test');
      expect(delegation).toMatchObject({ zone: 'ours.test', atParent: [server], atZone: null });
      expect(await askAll(delegation, 'www.ours.test', 'A')).toEqual(answers);
    }
    expect(await sandbox.admin('GET', 'dns/delegations')).toHaveLength(1);
    await sandbox.admin('DELETE', 'dns/delegations?zone=ours.test');
    expect((await authority.findDelegation('www.ours.test'))?.atParent).toEqual(names);
  });

  it('to another provider has its answers', async () => {
    await createZone('ours.test');
    await put('www.ours.test', 'A', '192.0.2.99');
    expect(await resolved('www.ours.test', 'A')).toBe('NXDOMAIN');
    await sandbox.admin('PUT', 'dns/delegations', { zone: 'ours.test', nameServers: ['ns2.customer-dns.example'] });
    expect(await resolved('www.ours.test', 'A')).toBe('ok 192.0.2.99');
    expect(await authority.findDelegation('www.ours.test')).toMatchObject({
      zone: 'ours.test',
      atParent: ['ns2.customer-dns.example'],
      atZone: ['ns1.customer-dns.example', 'ns2.customer-dns.example'],
    });
  });

  it('is refused for what a registry never hands out', async () => {
    const refusals = ['test', 'co.uk', 'x.amazonaws.com', 'not a name'].map((zone) =>
      sandbox.admin('PUT', 'dns/delegations', { zone, nameServers: ['ns1.example.net'] }),
    );
    for (const refusal of await Promise.all(refusals)) expect(refusal).toHaveProperty('message');
  });
});

describe('right at the authority and wrong elsewhere', () => {
  it('in a cache, until the time to live has passed', async () => {
    await sandbox.admin('PATCH', 'dials', { dnsCache: true });
    await put('customer.test', 'TXT', 'hello');
    await put('www.customer.test', 'A', '192.0.2.1');
    expect(await resolved('www.customer.test', 'A')).toBe('ok 192.0.2.1');
    expect(await resolved('new.customer.test', 'CNAME')).toBe('NXDOMAIN');
    await put('www.customer.test', 'A', '192.0.2.2');
    await put('new.customer.test', 'A', '192.0.2.3');
    const delegation = await authority.findDelegation('www.customer.test');
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['ok 192.0.2.2', 'ok 192.0.2.2']);
    expect(await resolved('WWW.customer.test', 'A')).toBe('ok 192.0.2.1');
    expect(await resolved('new.customer.test', 'A')).toBe('NXDOMAIN');
    await sandbox.admin('POST', 'clock', { advanceMs: 100_000 });
    const { records } = await authority.ask(resolver, 'www.customer.test', 'A', recursive);
    expect(records[0]?.ttl).toBeLessThanOrEqual(200);
    await sandbox.admin('POST', 'clock', { advanceMs: 201_000 });
    expect(await resolved('www.customer.test', 'A')).toBe('ok 192.0.2.2');
    expect(await resolved('new.customer.test', 'A')).toBe('ok 192.0.2.3');
  });

  it('at a name server that was held back, or is silent', async () => {
    await put('www.customer.test', 'A', '192.0.2.1');
    await sandbox.admin('PUT', 'dns/servers', { name: 'ns2.customer-dns.example', stale: true });
    await put('www.customer.test', 'A', '192.0.2.2');
    const delegation = await authority.findDelegation('www.customer.test');
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['ok 192.0.2.2', 'ok 192.0.2.1']);
    expect(await resolved('www.customer.test', 'A')).toBe('ok 192.0.2.2');
    await sandbox.admin('PUT', 'dns/servers', { address: '127.0.0.3', silent: true });
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['TIMEOUT', 'ok 192.0.2.1']);
    expect(await resolved('www.customer.test', 'A')).toBe('ok 192.0.2.1');
    expect(await sandbox.admin('GET', 'dns/servers')).toMatchObject([
      { address: '127.0.0.2', plays: 'registry' },
      { address: '127.0.0.3', silent: true, stale: false },
      { address: '127.0.0.4', silent: false, stale: true },
      { address: '127.0.0.5' },
    ]);
    await sandbox.admin('PUT', 'dns/servers', { address: '127.0.0.3', silent: false });
    await sandbox.admin('PUT', 'dns/servers', { address: '127.0.0.4', stale: false });
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['ok 192.0.2.2', 'ok 192.0.2.2']);
    for (const bad of [{ address: '127.0.0.2', stale: true }, { name: 'ns9.example' }, {}])
      expect(await sandbox.admin('PUT', 'dns/servers', bad)).toHaveProperty('message');
  });

  it('because of broken signatures, unless they are not checked', async () => {
    await put('www.customer.test', 'A', '192.0.2.1');
    await put('www.customer.net', 'CNAME', 'www.customer.test');
    await sandbox.admin('PUT', 'dns/zones', { zone: 'customer.test', dnssec: 'bogus' });
    for (const name of ['www.customer.test', 'www.customer.net']) {
      expect(await resolved(name, 'A')).toBe('SERVFAIL');
      expect(await resolved(name, 'A', { checkingDisabled: true })).toMatch(/^ok .*192\.0\.2\.1$/);
    }
    const delegation = await authority.findDelegation('www.customer.test');
    expect(delegation?.zone).toBe('customer.test');
    expect(await askAll(delegation, 'www.customer.test', 'A')).toEqual(['ok 192.0.2.1', 'ok 192.0.2.1']);
    await sandbox.admin('PUT', 'dns/zones', { zone: 'customer.test', dnssec: 'unsigned' });
    expect(await resolved('www.customer.test', 'A')).toBe('ok 192.0.2.1');
  });
});

it('a provider without checks takes a CNAME beside other records, and at the apex', async () => {
  await put('www.customer.test', 'A', '192.0.2.1');
  expect(await put('www.customer.test', 'CNAME', 'd-1.example.net')).toHaveProperty('message');
  expect(await put('www.customer.test', 'CNAME', 'd-1.example.net', { force: true })).not.toHaveProperty('message');
  await put('customer.test', 'CNAME', 'd-2.example.net', { force: true });
  const delegation = await authority.findDelegation('www.customer.test');
  expect(delegation?.zone).toBe('customer.test');
  const [server] = delegation?.servers ?? [];
  if (!server) throw new Error('No server.');
  expect(line(await authority.ask(server, 'www.customer.test', 'CNAME'))).toBe('ok d-1.example.net');
  expect(line(await authority.ask(server, 'www.customer.test', 'A'))).toBe('ok 192.0.2.1');
  expect(line(await authority.ask(server, 'customer.test', 'CNAME'))).toBe('ok d-2.example.net');
  expect(line(await authority.ask(server, 'customer.test', 'SOA'))).toContain('ok ns1.customer-dns.example');
});
