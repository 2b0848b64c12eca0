import { asc, eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDomainName } from '@/lib/aws/api-gateway/create-domain-name';
import { deleteDomainName } from '@/lib/aws/api-gateway/delete-domain-name';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { auditEvents, domainMappings, domains, inventory, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { adoptTenants } from '@/lib/tenants/adopt-tenants';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { awsChanged } from './aws-changed';
import { getGateway } from './get-gateway';
import { quotasInUse } from './quotas-in-use';
import { readInventory } from './read-inventory';
import { readSyncStates } from './read-sync-states';
import { replaceKind } from './replace-kind';
import { startInventorySync } from './start-inventory-sync';
import { syncInventory } from './sync-inventory';

let box: SandboxAws;
let opened: OpenDb;
let ctx: Context;
beforeAll(async () => {
  [box, opened] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  ctx = { db: opened.db, aws: box.aws, actor: { kind: 'system', name: 'test' }, now: () => new Date() };
  expect(await syncInventory(ctx)).toEqual({ failed: [] });
});
afterAll(async () => {
  await box.stop();
  await opened.close();
});
afterEach(() => box.admin('DELETE', 'faults'));

const stateOf = async (kind: string) => (await readSyncStates(ctx.db)).find((state) => state.kind === kind);

test("the sandbox's first content is all in the cache", async () => {
  const gateway = await getGateway(ctx.db);
  expect(gateway?.restApi).toMatchObject({ name: 'shared-gateway', endpointType: 'REGIONAL' });
  expect(gateway?.stages).toMatchObject([{ name: 'prod' }, { name: 'staging' }]);
  expect(gateway?.resources.map((resource) => resource.path)).toEqual(
    expect.arrayContaining(['/', '/service1', '/service1/{proxy+}', '/service2/{proxy+}', '/docs/{proxy+}']),
  );
  const [domain] = await readInventory(ctx.db, 'gateway-domain');
  expect(domain).toMatchObject({
    name: 'customer1.example.com',
    status: 'AVAILABLE',
    tags: { 'gatehouse:tenant': 'customer1' },
  });
  expect(await readInventory(ctx.db, 'mapping')).toMatchObject([
    { domainName: 'customer1.example.com', basePath: '', stage: 'prod' },
  ]);
  expect((await readInventory(ctx.db, 'certificate')).map((one) => one.domainName).sort()).toEqual([
    '*.example.com',
    'customer1.example.com',
  ]);
  const [zone] = await readInventory(ctx.db, 'hosted-zone');
  expect(zone).toMatchObject({ name: 'example.com' });
  const records = await readInventory(ctx.db, 'record-set');
  expect(
    records
      .filter((record) => record.name === 'customer1.example.com')
      .map((record) => record.type)
      .sort(),
  ).toEqual(['A', 'AAAA']);
  expect(records.every((record) => record.zoneId === zone?.id)).toBe(true);
  for (const state of await readSyncStates(ctx.db))
    expect(state).toMatchObject({ seenAt: expect.any(String), failure: null });
});

test('quotas in use are counted from the cache', async () => {
  const quotas = await quotasInUse(ctx.db);
  expect(quotas.map(({ name, used, limit }) => [name, used, limit])).toEqual([
    ['Custom domain names', 1, 120],
    ['Resources of the gateway', (await getGateway(ctx.db))?.resources.length, 300],
    ['Stages of the gateway', 2, 10],
    ['Regional REST APIs', 1, 600],
    ['Certificates', 2, 2_500],
    ['Hosted zones', 1, 500],
  ]);
});

describe('adoption', () => {
  test('made a tenant of the tagged domain, with what it needs to be looked after', async () => {
    const [tenant] = await ctx.db.select().from(tenants);
    expect(tenant).toMatchObject({ slug: 'customer1', name: 'Customer One', adopted: true });
    const [domain] = await ctx.db.select().from(domains);
    const [gatewayDomain] = await readInventory(ctx.db, 'gateway-domain');
    const [zone] = await readInventory(ctx.db, 'hosted-zone');
    expect(domain).toMatchObject({
      tenantId: tenant?.id,
      hostname: 'customer1.example.com',
      gatewayDomainName: 'customer1.example.com',
      kind: 'managed',
      zoneId: zone?.id,
      certificateMode: 'dedicated',
      certificateArn: gatewayDomain?.certificateArn,
      certificateOurs: true,
      gatewayDomainOurs: true,
      intent: 'present',
    });
    const [mapping] = await readInventory(ctx.db, 'mapping');
    expect(await ctx.db.select().from(domainMappings)).toEqual([
      { domainId: domain?.id, basePath: '', restApiId: mapping?.restApiId, stage: 'prod' },
    ]);
    const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.action, 'tenant.adopted'));
    expect(events).toMatchObject([
      {
        actorKind: 'system',
        actorName: 'inventory',
        resourceId: 'customer1.example.com',
        tenantSlug: 'customer1',
        result: 'ok',
      },
    ]);
  });

  test('happens once, however many try at the same time', async () => {
    expect(await adoptTenants(ctx)).toEqual([]);
    await ctx.db.delete(tenants);
    const found = await Promise.all(Array.from({ length: 5 }, () => adoptTenants(ctx)));
    expect(found.flat()).toEqual(['customer1.example.com']);
    expect(await ctx.db.$count(domains)).toBe(1);
    expect(await ctx.db.$count(domainMappings)).toBe(1);
  });

  test('leaves alone what is a wildcard, untagged, badly tagged, or not wholly known', async () => {
    const [real] = await readInventory(ctx.db, 'gateway-domain');
    if (!real) throw new Error('no domain');
    const others = [
      { ...real, name: '*.example.com' },
      { ...real, name: 'untagged.example.com', tags: {} },
      { ...real, name: 'odd.example.com', tags: { 'gatehouse:tenant': 'Not A Slug' } },
      { ...real, name: 'edge.example.com', endpointType: 'EDGE' as const },
    ];
    await replaceKind(ctx.db, 'gateway-domain', [real, ...others], ctx.now());
    expect(await adoptTenants(ctx)).toEqual([]);
    await replaceKind(ctx.db, 'gateway-domain', [real], ctx.now());
  });

  test('asks AWS before it takes over what the list says, which may be older than a removal', async () => {
    const [real] = await readInventory(ctx.db, 'gateway-domain');
    const wildcard = (await readInventory(ctx.db, 'certificate')).find((one) => one.domainName === '*.example.com');
    if (!real || !wildcard) throw new Error('no domain');
    const input = { name: 'second.example.com', certificateArn: wildcard.arn, tags: real.tags };
    const second = await createDomainName(box.aws, input);
    await replaceKind(ctx.db, 'gateway-domain', [real, second, { ...real, name: 'gone.example.com' }], ctx.now());
    await box.fault({ service: 'apigateway', operation: 'GetDomainName', kind: 'html', status: 502 });
    expect(await adoptTenants(ctx)).toEqual([]);
    await box.admin('DELETE', 'faults');
    expect(await adoptTenants(ctx)).toEqual(['second.example.com']);
    expect(await ctx.db.$count(tenants)).toBe(1);
    const [row] = await ctx.db.select().from(domains).where(eq(domains.hostname, 'second.example.com'));
    expect(row?.certificateMode).toBe('existing'); // its certificate is not its own
    await ctx.db.delete(domains).where(eq(domains.hostname, 'second.example.com'));
    await deleteDomainName(box.aws, 'second.example.com');
    await replaceKind(ctx.db, 'gateway-domain', [real], ctx.now());
  });
});

describe('a part that fails', () => {
  test('keeps its old items, says why, and stops no other part', async () => {
    const before = await stateOf('hosted-zone');
    await box.fault({ service: 'route53', operation: 'ListHostedZones', kind: 'html', status: 502 });
    const [zone] = await readInventory(ctx.db, 'hosted-zone');
    const record = { name: 'new.example.com', type: 'TXT', ttl: 60, values: ['"x"'], alias: null, setIdentifier: null };
    await changeResourceRecordSets(ctx.aws, zone?.id ?? '', [{ action: 'UPSERT', record }], 'test');
    expect(await syncInventory(ctx)).toEqual({ failed: ['hosted-zone'] });
    expect(await stateOf('hosted-zone')).toEqual({
      kind: 'hosted-zone',
      seenAt: before?.seenAt,
      failedAt: expect.any(String),
      failure: 'What answers at the AWS endpoint is not AWS, for example the error page of a proxy.',
    });
    expect(await readInventory(ctx.db, 'hosted-zone')).toHaveLength(1);
    expect((await readInventory(ctx.db, 'record-set')).some((one) => one.name === 'new.example.com')).toBe(true);
    await box.admin('DELETE', 'faults');
    expect(await syncInventory(ctx)).toEqual({ failed: [] });
    expect(await stateOf('hosted-zone')).toMatchObject({ failure: null, failedAt: null });
  });

  test('when AWS is not there at all: everything stays, everything says so', async () => {
    const nowhere = { ...ctx, aws: box.door({ endpoint: 'http://127.0.0.1:9' }) };
    const { failed } = await syncInventory(nowhere);
    expect(failed).toHaveLength(10);
    expect(await readInventory(ctx.db, 'certificate')).toHaveLength(2);
    expect(await stateOf('certificate')).toMatchObject({
      failure: 'The AWS endpoint refuses connections.',
      seenAt: expect.any(String),
    });
    await syncInventory(ctx);
  });
});

test('rows that did not change are not written again', async () => {
  const read = () =>
    ctx.db
      .select({ key: inventory.key, seenAt: inventory.seenAt })
      .from(inventory)
      .orderBy(asc(inventory.kind), asc(inventory.key));
  const before = await read();
  await syncInventory(ctx);
  expect(await read()).toEqual(before);
});

test('an older run that ends later does not overwrite a newer one', async () => {
  const newer = ctx.now();
  const zones = await readInventory(ctx.db, 'hosted-zone');
  await replaceKind(ctx.db, 'hosted-zone', zones, newer);
  await replaceKind(ctx.db, 'hosted-zone', [], new Date(newer.getTime() - 1));
  expect(await readInventory(ctx.db, 'hosted-zone')).toEqual(zones);
});

test('what a pass saw after a sync had begun is not undone by it', async () => {
  const before = await readInventory(ctx.db, 'hosted-zone');
  const [zone] = before;
  if (!zone) throw new Error('the sandbox has a zone');
  const began = ctx.now();
  const seenAt = new Date(began.getTime() + 1_000);
  const later = { kind: 'hosted-zone', key: 'Z-LATER', data: { ...zone, id: 'Z-LATER' }, seenAt } as const;
  await ctx.db.insert(inventory).values(later);
  await replaceKind(ctx.db, 'hosted-zone', before, began);
  expect((await readInventory(ctx.db, 'hosted-zone')).map(({ id }) => id)).toContain('Z-LATER');
  await replaceKind(ctx.db, 'hosted-zone', [{ ...zone, id: 'Z-LATER', comment: 'older' }], began);
  expect((await readInventory(ctx.db, 'hosted-zone')).find(({ id }) => id === 'Z-LATER')?.comment).toBe(zone.comment);
  await replaceKind(ctx.db, 'hosted-zone', before, seenAt);
  expect(await readInventory(ctx.db, 'hosted-zone')).toEqual(before);
});

test("runs that overlap do not get in each other's way", async () => {
  const runs = await Promise.all([1, 2, 3].map(() => syncInventory(ctx)));
  expect(runs).toEqual([1, 2, 3].map(() => ({ failed: [] })));
});

describe('the loop', () => {
  const log = pino({ level: 'silent' });
  const synced = async () => Date.parse((await stateOf('certificate'))?.seenAt ?? '');

  test('syncs when woken and stops with the run in hand done', async () => {
    const loop = startInventorySync({ getContext: async () => ctx, log, intervalMs: 60_000 });
    const before = await synced();
    loop.wake();
    await vi.waitFor(async () => expect(await synced()).toBeGreaterThan(before), { timeout: 30_000 });
    await loop.stop();
    const after = await synced();
    await box.admin('DELETE', 'calls');
    expect(await synced()).toBe(after);
    expect((await box.admin<{ total: number }>('GET', 'calls')).total).toBe(0);
  });

  test('follows a change made here, once it has settled', async () => {
    await syncInventory(ctx);
    await box.admin('DELETE', 'calls');
    const aws = box.door({ onChange: awsChanged });
    const [zone] = await readInventory(ctx.db, 'hosted-zone');
    const record = {
      name: 'later.example.com',
      type: 'TXT',
      ttl: 60,
      values: ['"x"'],
      alias: null,
      setIdentifier: null,
    };
    const loop = startInventorySync({ getContext: async () => ctx, log, intervalMs: 60_000, settleMs: 250 });
    for (const action of ['UPSERT', 'UPSERT', 'UPSERT'] as const) {
      await changeResourceRecordSets(aws, zone?.id ?? '', [{ action, record }], 'test');
    }
    await vi.waitFor(
      async () => {
        expect((await readInventory(ctx.db, 'record-set')).some((one) => one.name === 'later.example.com')).toBe(true);
      },
      { timeout: 30_000 },
    );
    await loop.stop();
    expect((await box.calls('ListCertificates')).length).toBeLessThanOrEqual(2); // one at the end, and one for a slow machine
  });

  test('does not ask AWS while another replica has just done so', async () => {
    await syncInventory(ctx);
    await box.admin('DELETE', 'calls');
    const loops = [1, 2, 3].map(() => startInventorySync({ getContext: async () => ctx, log, intervalMs: 60_000 }));
    await Promise.all(loops.map((loop) => loop.stop()));
    expect((await box.admin<{ total: number }>('GET', 'calls')).total).toBe(0);
  });

  test('does not spin on errors', async () => {
    const getContext = vi.fn(() => Promise.reject(new Error('no database')));
    const loop = startInventorySync({ getContext, log, intervalMs: 20 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await loop.stop();
    expect(getContext.mock.calls.length).toBeLessThan(6); // pauses of 40, 80, 160 ms
  });

  test('after a long run it rests as long, even when woken', async () => {
    const begun: number[] = [];
    const slow = async () => {
      begun.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ctx;
    };
    await syncInventory(ctx);
    const loop = startInventorySync({ getContext: slow, log, intervalMs: 60_000 });
    loop.wake();
    await vi.waitFor(() => expect(begun).toHaveLength(2), { timeout: 30_000 });
    await loop.stop();
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(590);
  });
});
