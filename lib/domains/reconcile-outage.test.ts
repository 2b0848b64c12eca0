import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tenants } from '@/lib/db/schema';
import { createResolver } from '@/lib/dns/resolver';
import { axisNames, type DomainStatus } from '@/lib/domains/model';
import { reconcileDomain } from '@/lib/domains/reconcile-domain';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { checkNow } from '@/lib/tenants/check-now';

let world: World;
beforeAll(async () => {
  world = await startWorld({ seed: true });
});
afterAll(() => world.stop());
afterEach(() => world.admin('DELETE', 'faults'));

const adopted = 'customer1.example.com';
const fault = { operation: '*', kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'x' };
const outages = ['apigateway', 'acm', 'route53', '*'];

/** Axes of which nothing is known, or that look as if nobody ever looked. */
const blank = (status: DomainStatus) =>
  axisNames.filter((name) => ['unknown', 'not-started'].includes(status.axes[name].state));

const operations = async () =>
  (await world.admin<{ recent: { operation: string }[] }>('GET', 'calls')).recent.map((call) => call.operation);

describe.each(outages)('an outage of %s', (service) => {
  it('leaves no axis in the dark once AWS answers again: Live', async () => {
    const id = await world.idOf(adopted);
    await world.run(id, 'Live');
    await world.fault({ service, ...fault });
    for (let pass = 0; pass < 2; pass++) expect((await world.pass(id)).headline).toBe('Live');
    await world.admin('DELETE', 'faults');
    const after = await world.pass(id);
    expect(after).toMatchObject({ headline: 'Live', trouble: null });
    expect(blank(after)).toEqual([]);
  });

  it('leaves no axis in the dark once AWS answers again: adopted by a new database, never looked at before', async () => {
    await world.ctx.db.delete(tenants);
    await syncInventory(world.ctx);
    const id = await world.idOf(adopted);
    await world.fault({ service, ...fault });
    for (let pass = 0; pass < 2; pass++) await world.pass(id);
    await world.admin('DELETE', 'faults');
    const after = await world.pass(id);
    expect(after).toMatchObject({ headline: 'Live', trouble: null });
    expect(blank(after)).toEqual([]);
  });
});

it('an outage of the public DNS leaves no axis in the dark, either', async () => {
  const id = await world.idOf(adopted);
  await world.run(id, 'Live');
  const deaf = { ...world.network, resolver: createResolver(['127.0.0.1:9']) };
  const during = await reconcileDomain(world.ctx, id, { network: deaf });
  expect(during).toMatchObject({ headline: 'Live', axes: { dns: { state: 'unknown' } } });
  expect(blank(await world.pass(id))).toEqual([]);
});

describe('"Check now"', () => {
  it('looks at everything, once', async () => {
    const id = await world.idOf(adopted);
    await world.run(id, 'Live');
    await checkNow(world.ctx, id);
    await world.admin('DELETE', 'calls');
    await world.pass(id);
    expect(await operations()).toEqual(expect.arrayContaining(['GetBasePathMappings', 'ListResourceRecordSets']));
    await world.admin('DELETE', 'calls');
    await world.pass(id);
    expect(await operations()).not.toContain('GetBasePathMappings');
  });
});
