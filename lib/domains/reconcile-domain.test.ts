import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { waitsForDns } from '@/lib/offboarding/waits-for-dns';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a managed domain', () => {
  it('goes from nothing to Live, and away again without a trace', async () => {
    const id = await world.want('shop.example.com', { basePaths: ['', 'orders'], correlationId: 'one click' });
    const status = await world.run(id, 'Live');
    expect(status.steps.map((step) => step.state)).toEqual(Array(8).fill('done'));
    expect(status.proof).toMatchObject({ resolved: { ok: true }, tls: { ok: true }, https: { ok: true } });
    expect(status.records.map((row) => [row.purpose, row.type, row.relativeName, row.verdict])).toMatchObject([
      ['certificate validation', 'CNAME', expect.stringMatching(/^_.*\.shop$/), 'ok'],
      ['routing', 'A', 'shop', 'ok'],
      ['routing', 'AAAA', 'shop', 'ok'],
    ]);
    const domain = await getDomainName(world.aws, 'shop.example.com');
    expect(domain?.tags).toMatchObject({ 'gatehouse:tenant': 'shop-example-com', 'gatehouse:domain': id });

    // All rows on the way belong to the click that asked for it; what comes later doesn't.
    const way = await world.actions('shop-example-com');
    expect([...new Set(way.map((row) => row.correlationId))]).toEqual(['one click']);
    expect(await world.row(id)).toMatchObject({ correlationId: null });

    await world.wantAbsent(id);
    const gone = await world.run(id, 'Gone');
    expect(gone.steps.every((step) => step.state === 'done' || step.state === 'skipped')).toBe(true);
    expect(await world.row(id)).toBeNull();
    expect(await getDomainName(world.aws, 'shop.example.com')).toBeNull();
    expect(await listCertificates(world.aws)).toEqual([]);
    const records = await listResourceRecordSets(world.aws, world.zoneId);
    expect(records.map((record) => record.type).sort()).toEqual(['NS', 'SOA']);
    const log = await world.actions('shop-example-com');
    expect(
      log.filter((row) => row.phase === 'intent').every((intent) => log.some((row) => row.intentId === intent.id)),
    ).toBe(true);
    expect(log.filter((row) => row.phase !== 'outcome').map((row) => row.action)).toMatchInlineSnapshot(`
      [
        "domain.headline-changed",
        "domain.certificate-requested",
        "domain.validation-published",
        "domain.gateway-domain-created",
        "domain.mapping-created",
        "domain.mapping-created",
        "domain.alias-published",
        "domain.headline-changed",
        "domain.headline-changed",
        "domain.alias-removed",
        "domain.mapping-removed",
        "domain.mapping-removed",
        "domain.gateway-domain-removed",
        "domain.certificate-removed",
        "domain.validation-removed",
        "domain.headline-changed",
        "domain.removed",
        "tenant.removed",
      ]
    `);
  });
});

describe("a customer's own domain", () => {
  it('waits for the tenant twice, says for what, and becomes Live', async () => {
    const id = await world.want('www.customer.test', { basePaths: ['v1'] });
    const first = await world.run(id, 'Waiting for tenant');
    const validation = first.records.find((row) => row.purpose === 'certificate validation');
    expect(validation).toMatchObject({ actor: 'tenant', verdict: 'missing', observed: [] });
    expect(first.sentence).toContain(validation?.value);
    expect(first.deadline).not.toBeNull();
    await world.customerDns(validation?.name ?? '', 'CNAME', [`${validation?.value}.`]);

    const second = await world.run(id, (status) => status.records.some((row) => row.purpose === 'routing'));
    expect(second.headline).toBe('Waiting for tenant');
    const routing = second.records.find((row) => row.purpose === 'routing');
    expect(routing).toMatchObject({
      type: 'CNAME',
      name: 'www.customer.test',
      relativeName: 'www',
      verdict: 'missing',
    });
    await world.customerDns('www.customer.test', 'CNAME', ['elsewhere.customer.test.']);
    const wrong = await world.pass(id);
    expect(wrong.records.find((row) => row.purpose === 'routing')).toMatchObject({
      verdict: 'wrong',
      observed: ['elsewhere.customer.test'],
    });
    expect(wrong.headline).toBe('Waiting for tenant');

    await world.customerDns('www.customer.test', 'CNAME', [`${routing?.value}.`]);
    expect((await world.run(id, 'Live')).proof?.https.url).toBe('https://www.customer.test/v1');
    expect(await getBasePathMappings(world.aws, 'www.customer.test')).toMatchObject([
      { basePath: 'v1', stage: 'prod' },
    ]);

    // What the public DNS still leads to is not deleted: others could take it over.
    await world.wantAbsent(id);
    const held = await world.run(id, (status) => waitsForDns(status));
    expect(held).toMatchObject({ headline: 'Offboarding', actor: 'tenant' });
    expect(held.sentence).toContain('The tenant has to remove that record first');
    expect(await getDomainName(world.aws, 'www.customer.test')).not.toBeNull();
    expect(await getBasePathMappings(world.aws, 'www.customer.test')).toEqual([]);

    await world.customerDns('www.customer.test', 'CNAME', ['elsewhere.customer.test.']);
    await world.run(id, 'Gone');
    expect(await getDomainName(world.aws, 'www.customer.test')).toBeNull();
    expect(await listCertificates(world.aws)).toEqual([]);
  });
});
