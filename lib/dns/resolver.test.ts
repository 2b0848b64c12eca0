import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadsTo, resolveRouting } from '@/lib/dns/resolve-routing';
import { createResolver, type Resolver } from '@/lib/dns/resolver';
import { dnsServer } from '@/lib/dns/testing/dns-server';

let server: Awaited<ReturnType<typeof dnsServer>>;
let resolver: Resolver;
const a = (name: string, data: string) => ({ type: 'A' as const, name, ttl: 60, data });
const cname = (name: string, data: string) => ({ type: 'CNAME' as const, name, ttl: 60, data });

beforeAll(async () => {
  server = await dnsServer({
    'shop.test A': { records: [cname('shop.test', 'd-1.Gateway.TEST'), a('d-1.gateway.test', '192.0.2.1')] },
    'shop.test AAAA': { records: [] },
    'shop.test CNAME': { records: [cname('shop.test', 'd-1.Gateway.TEST')] },
    'd-1.gateway.test A': { records: [a('d-1.gateway.test', '192.0.2.1')] },
    'd-1.gateway.test CNAME': { records: [] },
    'd-1.gateway.test AAAA': { records: [] },
    'flat.test A': { records: [a('flat.test', '192.0.2.9'), a('flat.test', '192.0.2.1')] },
    'flat.test AAAA': { records: [{ type: 'AAAA', name: 'flat.test', ttl: 60, data: '2001:db8::1' }] },
    'text.test TXT': { records: [{ type: 'TXT', name: 'text.test', ttl: 60, data: ['one', 'two'] }] },
    'text.test CAA': {
      records: [
        {
          type: 'CAA',
          name: 'text.test',
          ttl: 60,
          data: { flags: 128, tag: 'issue', value: 'amazon.com', issuerCritical: true },
        },
      ],
    },
    'empty.test A': { records: [] },
    'broken.test A': { rcode: 2 },
    'broken.test AAAA': { records: [] },
    'refused.test A': { rcode: 5 },
    'silent.test A': 'silence',
  });
  resolver = createResolver([server.address]);
});
afterAll(() => server.close());

describe('lookups', () => {
  it('tell apart why there is no answer', async () => {
    const outcomes = await Promise.all(
      ['empty.test', 'nowhere.test', 'broken.test', 'refused.test'].map(
        async (name) => (await resolver.a(name)).outcome,
      ),
    );
    expect(outcomes).toEqual(['NODATA', 'NXDOMAIN', 'SERVFAIL', 'REFUSED']);
    const hasty = createResolver([server.address], { timeoutMs: 150, tries: 1 });
    expect((await hasty.a('silent.test')).outcome).toBe('TIMEOUT');
    const deaf = createResolver(['127.0.0.1:9'], { timeoutMs: 100, tries: 1 });
    expect((await deaf.a('shop.test')).outcome).toBe('TIMEOUT');
  });

  it('read every type, names in lower case without the final dot', async () => {
    expect(await resolver.cname('shop.test')).toEqual({ outcome: 'ok', records: ['d-1.gateway.test'] });
    expect(await resolver.aaaa('flat.test')).toEqual({ outcome: 'ok', records: ['2001:db8::1'] });
    expect(await resolver.txt('text.test')).toEqual({ outcome: 'ok', records: ['onetwo'] });
    expect(await resolver.caa('text.test')).toEqual({
      outcome: 'ok',
      records: [{ critical: true, tag: 'issue', value: 'amazon.com' }],
    });
  });
});

describe('routing', () => {
  const target = { name: 'd-1.gateway.test', addresses: ['192.0.2.1'] };

  it('leads here by an alias or by one address in common', async () => {
    const byAlias = await resolveRouting(resolver, 'shop.test');
    expect(byAlias).toEqual({ chain: ['d-1.gateway.test'], addresses: ['192.0.2.1'], failure: null });
    expect(leadsTo(byAlias, { ...target, addresses: [] })).toBe(true);
    const flat = await resolveRouting(resolver, 'flat.test');
    expect(flat.chain).toEqual([]);
    expect(leadsTo(flat, target)).toBe(true);
    expect(leadsTo(flat, { ...target, addresses: ['192.0.2.77'] })).toBe(false);
  });

  it('never takes "could not ask" for "not there"', async () => {
    expect(await resolveRouting(resolver, 'broken.test')).toMatchObject({ addresses: [], failure: 'SERVFAIL' });
    expect(await resolveRouting(resolver, 'nowhere.test')).toMatchObject({ addresses: [], failure: 'NXDOMAIN' });
  });
});
