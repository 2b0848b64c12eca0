import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents, domains } from '@/lib/db/schema';
import { readReport } from '@/lib/doctor/read-report';
import { runDoctor } from '@/lib/doctor/run-doctor';
import { startWorld, type World } from '@/lib/domains/testing/world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a domain in our zone', () => {
  it('is live, and nothing is wrong with it', async () => {
    const id = await world.want('shop.example.com');
    await world.run(id, 'Live');
    const report = await runDoctor(world.ctx, id, world.network);
    expect(report.findings.filter(({ state }) => state !== 'ok' && state !== 'skipped')).toEqual([]);
    expect(report).toMatchObject({ hostname: 'shop.example.com', live: true, publicZone: 'example.com' });
    expect(report.ms).toBeLessThan(20_000);
    expect(await readReport(world.ctx.db, id)).toEqual(report);
    const rows = await world.ctx.db.select().from(auditEvents).where(eq(auditEvents.action, 'doctor.run'));
    expect(rows.map(({ phase }) => phase)).toEqual(['intent', 'outcome']);
    const [row] = await world.ctx.db.select().from(domains).where(eq(domains.id, id));
    expect(row?.fullLookAskedAt).not.toBeNull();
  });
});

describe("a customer's domain", () => {
  it('tells the missing validation record from one with the zone appended', async () => {
    const id = await world.want('www.customer.test');
    await world.customerDns('customer.test', 'A', ['192.0.2.1']);
    const status = await world.run(id, (seen) => seen.records.length > 0);
    const [record] = status.records;
    const first = await runDoctor(world.ctx, id, world.network);
    expect(first.findings.find(({ check }) => check === 'validation-record')).toMatchObject({
      state: 'problem',
      code: 'missing',
      actor: 'tenant',
    });
    await world.customerDns(`${record?.name}.customer.test`, 'CNAME', [record?.value ?? '']);
    const second = await runDoctor(world.ctx, id, world.network);
    const finding = second.findings.find(({ check }) => check === 'validation-record');
    expect(finding).toMatchObject({ state: 'problem', code: 'doubled-suffix', actor: 'tenant' });
    expect(finding?.fix).toContain('.www (in full');
    expect(finding?.message).toContain('www.customer.test');
    expect(finding?.evidence.length).toBeGreaterThan(0);
    expect(second.live).toBe(false);
  });
});

describe('what only single servers show', () => {
  const zone = 'spread.test';
  const hostname = `www.${zone}`;
  let id = '';
  let record = { name: '', value: '' };
  const look = async (check: string) => {
    const report = await runDoctor(world.ctx, id, world.network);
    return report.findings.filter((finding) => finding.check === check);
  };
  beforeAll(async () => {
    id = await world.want(hostname);
    await world.customerDns(`mail.${zone}`, 'A', ['192.0.2.1']);
    const status = await world.run(id, (seen) => seen.records.length > 0);
    record = status.records[0] ?? record;
  });

  it('a name server that lags behind', async () => {
    await world.admin('PUT', 'dns/servers', { name: 'ns2.customer-dns.example', stale: true });
    await world.customerDns(record.name, 'CNAME', [record.value]);
    expect(await look('validation-record')).toMatchObject([
      { state: 'warning', code: 'still-spreading', sentence: expect.stringContaining('ns2.customer-dns.example') },
    ]);
    await world.admin('PUT', 'dns/servers', { name: 'ns2.customer-dns.example', stale: false });
    expect(await look('validation-record')).toMatchObject([{ state: 'ok', code: 'published' }]);
  });

  it('a cache that remembers', async () => {
    await world.customerDns(record.name, 'CNAME', ['_old.abcdefgh.acm-validations.aws']);
    await world.admin('PATCH', 'dials', { dnsCache: true });
    await look('validation-record');
    await world.customerDns(record.name, 'CNAME', [record.value]);
    expect(await look('validation-record')).toMatchObject([
      { state: 'warning', code: 'cached', fix: expect.stringMatching(/wait \d+ s, until \d\d:/) },
    ]);
    await world.admin('PATCH', 'dials', { dnsCache: false });
  });

  it('broken signatures', async () => {
    await world.admin('PUT', 'dns/zones', { zone, dnssec: 'bogus' });
    expect(await look('dnssec')).toMatchObject([{ state: 'problem', code: 'bogus', actor: 'tenant' }]);
    await world.admin('PUT', 'dns/zones', { zone, dnssec: 'unsigned' });
    expect(await look('dnssec')).toMatchObject([{ state: 'ok' }]);
  });

  it('a delegation to servers that know nothing of the zone', async () => {
    await world.admin('PUT', 'dns/delegations', { zone, nameServers: ['ns-0.awsdns-00.com', 'ns-1.awsdns-00.com'] });
    const [finding] = await look('delegation');
    expect(finding).toMatchObject({ state: 'problem', actor: 'tenant' });
  });

  it('servers that say nothing: unknown, never a problem', async () => {
    await world.admin('DELETE', `dns/delegations?zone=${zone}`);
    for (const number of [1, 2])
      await world.admin('PUT', 'dns/servers', { name: `ns${number}.customer-dns.example`, silent: true });
    const report = await runDoctor(world.ctx, id, world.network);
    expect(report.ms).toBeLessThan(25_000);
    expect(report.findings.filter(({ check }) => check === 'validation-record')).toMatchObject([
      { state: expect.stringMatching(/unknown|ok/) },
    ]);
  }, 60_000);
});
