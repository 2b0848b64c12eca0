import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEvents, domains, tenants } from '@/lib/db/schema';
import { readDomainSettings } from '@/lib/domains/settings/read-settings';
import { saveDomainSettings } from '@/lib/domains/settings/save-settings';
import { readInventory } from '@/lib/inventory/read-inventory';
import { addDomain } from '@/lib/tenants/add-domain';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { goodForm, type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const zoneId = async () =>
  (await readInventory(world.ctx.db, 'hosted-zone')).find((zone) => zone.name === 'example.com')?.id ?? '';
const edgeNames = async () =>
  Object.fromEntries(
    (await world.ctx.db.select().from(domains)).map((row) => [row.hostname, [row.edgeName, row.phase]]),
  );
const customer = (hostname: string) => ({
  kind: 'customer' as const,
  zoneId: '',
  label: '',
  hostname,
  submissionId: crypto.randomUUID(),
});

it('are given to new domains of customers once a zone is set, each its own', async () => {
  await onboardTenant(
    world.ctx,
    { ...goodForm(), ...customer('before.acme.test'), slug: 'acme', name: 'Acme' },
    world.network,
  );
  const edgeZoneId = await zoneId();
  await expect(
    saveDomainSettings(world.ctx, { edgeZoneId: 'ZNONE', edgeLabel: 'edge', reminders: false }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await saveDomainSettings(world.ctx, { edgeZoneId, edgeLabel: 'edge', reminders: false });
  expect(await readDomainSettings(world.ctx.db)).toEqual({ edgeZoneId, edgeLabel: 'edge', reminders: false });
  expect((await world.ctx.db.select().from(auditEvents)).at(-1)).toMatchObject({ action: 'settings.domains-changed' });

  const both = ['one.acme.test', 'two.acme.test'].map((hostname) =>
    addDomain(world.ctx, { ...goodForm(), ...customer(hostname), slug: 'acme' }, world.network),
  );
  await Promise.all(both);
  const names = await edgeNames();
  expect(names['before.acme.test']).toEqual([null, 'cut-over']);
  expect([names['one.acme.test']?.[0], names['two.acme.test']?.[0]].sort()).toEqual([
    'acme-2.edge.example.com',
    'acme.edge.example.com',
  ]);
});

it('are not for names in our own zones, and what serves traffic may be prepared without typing it', async () => {
  await world.putCustomerRecord('busy.acme.test', 'A', '192.0.2.33');
  const busy = { ...goodForm(), ...customer('busy.acme.test'), slug: 'acme', confirmHostname: '' };
  await expect(addDomain(world.ctx, busy, world.network)).rejects.toMatchObject({ code: 'invalid' });
  await addDomain(world.ctx, { ...busy, phase: 'prepare' }, world.network);
  await addDomain(
    world.ctx,
    { ...goodForm(), submissionId: crypto.randomUUID(), slug: 'acme', label: 'ours' },
    world.network,
  );
  const names = await edgeNames();
  expect(names['busy.acme.test']).toEqual(['acme-3.edge.example.com', 'prepare']);
  expect(Object.entries(names).find(([host]) => host.startsWith('ours.'))?.[1]).toEqual([null, 'cut-over']);
  expect(await world.ctx.db.select().from(tenants)).toHaveLength(1);
});
