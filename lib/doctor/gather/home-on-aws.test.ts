import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { requestCertificate } from '@/lib/aws/acm/request-certificate';
import { createDomainName } from '@/lib/aws/api-gateway/create-domain-name';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { startWorld, type World } from '@/lib/domains/testing/world';
import type { RecordSet } from '@/lib/inventory/model';
import { homeOnAws } from './home-on-aws';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const look = (hostname: string) => homeOnAws(world.aws, world.network.resolver, hostname);
const set = (name: string, more: Partial<RecordSet>): RecordSet => ({
  name,
  type: 'CNAME',
  ttl: 60,
  values: [],
  alias: null,
  setIdentifier: null,
  ...more,
});
const publish = (...records: RecordSet[]) =>
  changeResourceRecordSets(
    world.aws,
    world.zoneId,
    records.map((record) => ({ action: 'UPSERT', record })),
    'a test',
  );

/** A certificate that ACM has issued for names in our zone. */
async function issued(domainName: string): Promise<string> {
  const idempotencyToken = randomUUID().replaceAll('-', '');
  const arn = await requestCertificate(world.aws, { domainName, idempotencyToken, tags: {} });
  const record = await vi.waitFor(async () => {
    const found = (await describeCertificate(world.aws, arn))?.validations[0]?.record;
    if (!found) throw new Error('not named yet');
    return found;
  }, 10_000);
  await publish(set(record.name, { values: [record.value] }));
  await vi.waitFor(async () => expect((await describeCertificate(world.aws, arn))?.status).toBe('ISSUED'), 20_000);
  return arn;
}

describe('what AWS alone says about a hostname', () => {
  it('of a domain in our zone: its zone, records wanted and there, certificate, target and mappings', async () => {
    const id = await world.want('shop.example.com');
    await world.run(id, 'Live');
    const home = await look('shop.example.com');
    const row = await world.row(id);
    expect(home).toMatchObject({
      source: 'aws',
      kind: 'managed',
      zoneId: world.zoneId,
      // What only the database knows.
      tenant: null,
      headline: null,
      phase: 'cut-over',
      validationNeeded: true,
      gatewayDomain: { name: 'shop.example.com', status: 'AVAILABLE' },
      certificate: { arn: row?.certificateArn, names: ['shop.example.com'], status: 'ISSUED' },
      mappings: [{ basePath: '', restApiId: world.restApiId, stage: 'prod', deployed: true }],
    });
    expect(home.target).toMatch(/\.execute-api\.us-east-1\.amazonaws\.com$/);
    expect(home.wanted).toEqual([
      expect.objectContaining({ purpose: 'validation', type: 'CNAME', actor: 'us' }),
      { purpose: 'routing', type: 'A', name: 'shop.example.com', value: home.target, actor: 'us' },
    ]);
    const [zone] = home.zones;
    expect(zone).toMatchObject({ id: world.zoneId, name: 'example.com' });
    expect(zone?.nameServers?.length).toBeGreaterThan(0);
    expect(home.records).toContainEqual({
      zoneId: world.zoneId,
      name: 'shop.example.com',
      type: 'A',
      value: `alias to ${home.target}`,
    });
  });

  it("of a customer's that waits: the newest request and its record, and nothing of the gateway", async () => {
    const id = await world.want('www.customer.test');
    await world.run(id, 'Waiting for tenant');
    const home = await look('www.customer.test');
    expect(home).toMatchObject({
      kind: 'customer',
      zoneId: null,
      zones: [],
      records: [],
      validationNeeded: true,
      target: null,
      gatewayDomain: null,
      certificate: { arn: (await world.row(id))?.certificateArn, status: 'PENDING_VALIDATION' },
      mappings: [],
    });
    expect(home.wanted).toEqual([expect.objectContaining({ purpose: 'validation', actor: 'tenant' })]);
    expect(home.otherTargets.map(({ name }) => name)).toContain('shop.example.com');
  });

  it("a customer's record may name a name of ours that is an alias of the target", async () => {
    const id = await world.want('edge.customer.test');
    const waiting = await world.run(id, 'Waiting for tenant');
    const [record] = waiting.records;
    await world.customerDns(record?.name ?? '', 'CNAME', [record?.value ?? '']);
    await world.run(id, ({ axes }) => axes.gateway.state === 'ok');
    const { target } = await look('edge.customer.test');
    const routing = async () => (await look('edge.customer.test')).wanted.find((one) => one.purpose === 'routing');
    expect(await routing()).toEqual({
      purpose: 'routing',
      type: 'CNAME',
      name: 'edge.customer.test',
      value: target,
      actor: 'tenant',
    });
    await world.customerDns('edge.customer.test', 'CNAME', ['stable.example.com']);
    expect(await routing()).toMatchObject({ value: target });
    const alias = { dnsName: target ?? '', zoneId: 'Z1UJRXOUMOOFQ8' };
    await publish(set('stable.example.com', { type: 'A', ttl: null, alias }));
    expect(await routing()).toMatchObject({ value: 'stable.example.com' });
  });

  it('served through a wildcard: its certificate needs no record of this name', async () => {
    const certificateArn = await issued('*.many.example.com');
    await createDomainName(world.aws, { name: '*.many.example.com', certificateArn, tags: {} });
    const home = await look('one.many.example.com');
    expect(home).toMatchObject({
      gatewayDomain: { name: '*.many.example.com' },
      certificate: { arn: certificateArn, names: ['*.many.example.com'] },
      validationNeeded: false,
      mappings: [],
    });
    expect(home.wanted.map(({ purpose }) => purpose)).toEqual(['routing']);
  });

  it('of a name that nothing is known of', async () => {
    expect(await look('nobody.test')).toMatchObject({
      source: 'aws',
      kind: 'customer',
      target: null,
      certificate: null,
      wanted: [],
      validationNeeded: true,
    });
  });
});
