import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditActors, listAuditEvents, listAuditTenants } from '@/lib/audit/list-audit-events';
import { recordEvent } from '@/lib/audit/record-event';
import type { TenantLimit } from '@/lib/auth/permissions';
import { listCertificates } from '@/lib/certificates/list-certificates';
import { readExposures } from '@/lib/changes/read-exposures';
import { reviewChangeSet } from '@/lib/changes/review-change-set';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { setIntegration } from '@/lib/changes/testing/edits';
import { domains, inventory, tenants } from '@/lib/db/schema';
import { readDeploymentsPage } from '@/lib/deployments/read-deployments-page';
import { createNetwork } from '@/lib/dns/network';
import { createResolver } from '@/lib/dns/resolver';
import { explainRequest } from '@/lib/explain/explain-request';
import { readInventory } from '@/lib/inventory/read-inventory';
import { createGuard } from '@/lib/net/address-guard';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import { readRoute } from '@/lib/routes/read-route';
import { summariseReach } from '@/lib/routes/summarise-reach';
import { checkHostname } from '@/lib/tenants/check-hostname';
import { listTenants } from '@/lib/tenants/list-tenants';

/** The tenants `mine` and `theirs`, each with a domain of its own that is on the gateway, and a log about both. */
let world: ChangeWorld;
let number: number;
beforeAll(async () => {
  world = await changeWorld();
  const { db } = world;
  const [mapping] = (await readInventory(db, 'mapping')).filter(({ domainName }) => !domainName.startsWith('*'));
  const [served] = (await readInventory(db, 'gateway-domain')).filter(({ name }) => name === mapping?.domainName);
  const [certificate] = (await readInventory(db, 'certificate')).filter(({ arn }) => arn === served?.certificateArn);
  if (!mapping || !served || !certificate) throw new Error('the seed has no custom domain name');
  const other = 'shop.theirs.test';
  const arn = `${certificate.arn}2`;
  const added = [
    { kind: 'mapping', key: other, data: { ...mapping, domainName: other } },
    { kind: 'gateway-domain', key: other, data: { ...served, name: other, certificateArn: arn } },
    { kind: 'certificate', key: arn, data: { ...certificate, arn, domainName: other, names: [other] } },
  ] as const;
  await db.insert(inventory).values(added.map((row) => ({ ...row, seenAt: new Date() })));
  const hosts = [mapping.domainName, other];
  await db.delete(tenants);
  for (const [index, slug] of ['mine', 'theirs'].entries()) {
    const [tenant] = await db
      .insert(tenants)
      .values({ slug, name: `Tenant ${slug}` })
      .returning();
    const hostname = hosts[index] ?? '';
    await db.insert(domains).values({
      tenantId: tenant?.id ?? '',
      hostname,
      kind: 'managed',
      certificateMode: 'existing',
      gatewayDomainName: hostname,
    });
    await recordEvent(world.omar, { action: 'domain.checked-now', resourceId: hostname, tenantSlug: slug });
  }
  [mine = '', theirs = ''] = hosts;
  await recordEvent(world.olga, { action: 'request.tried', resourceId: 'own deed' });
  ({ number } = await world.draft([setIntegration('/service1', 'timeoutMs', 5_000)]));
});
afterAll(() => world.stop());

let mine = '';
let theirs = '';
const olga = '00000000-0000-4000-8000-000000000001';
const within = (limit: TenantLimit) => (limit === null ? null : { tenants: limit, actorId: olga });

const reads: Record<string, (limit: TenantLimit) => Promise<unknown>> = {
  'the list of tenants': (limit) =>
    listTenants(world.db, { search: '', headline: null, sort: 'name', descending: false, page: 1 }, limit),
  'the overview': (limit) => listOverviewDomains(world.db, limit),
  certificates: (limit) =>
    listCertificates(world.db, { search: '', status: null, sort: 'status', descending: false, page: 1 }, limit),
  'exposures of the gateway': (limit) => readExposures(world.db, world.restApiId, limit),
  'the review of a change set': async (limit) => (await reviewChangeSet(world.db, number, limit)).affected,
  'the editor of a route': async (limit) => {
    const { facts, reach } = await readRoute(
      world.db,
      await world.view(world.olga),
      { path: '/service1', verb: 'ANY' },
      limit,
    );
    return { facts: facts.domains, reach };
  },
  'a stage': async (limit) => (await readDeploymentsPage(world.db, 'prod', limit))?.stage?.domains,
  'the audit log': (limit) => {
    const part = within(limit);
    return listAuditEvents(world.db, { limit: 200, ...(part ? { visibleTo: part } : {}) });
  },
  "the audit log's tenants": (limit) => listAuditTenants(world.db, within(limit)),
};

describe.each(Object.entries(reads))('%s', (_, read) => {
  const named = (value: unknown) => {
    const text = JSON.stringify(value);
    const has = (slug: string, hostname: string) => text.includes(`"${slug}"`) || text.includes(hostname);
    return { mine: has('mine', mine), theirs: has('theirs', theirs) };
  };

  it('names everybody to who deals with all tenants', async () => {
    expect(named(await read(null))).toEqual({ mine: true, theirs: true });
  });

  it('names one tenant to who deals with it', async () => {
    expect(named(await read(['mine']))).toEqual({ mine: true, theirs: false });
  });

  it('names nobody to who deals with none', async () => {
    expect(named(await read([]))).toEqual({ mine: false, theirs: false });
  });
});

it('still counts whom a change reaches', async () => {
  const [all, limited] = await Promise.all(
    [null, ['mine']].map(async (limit) => summariseReach(await readExposures(world.db, world.restApiId, limit))),
  );
  expect(limited).toMatchObject({ domains: all?.domains, tenants: all?.tenants, names: [mine] });
  const addresses = async (limit: TenantLimit) =>
    (await reviewChangeSet(world.db, number, limit)).affected.map(({ domains: reached }) => reached.length);
  expect(await addresses(['mine'])).toEqual(await addresses(null));
});

it('shows own deeds, and who else stands in that part of the log', async () => {
  const { entries } = await listAuditEvents(world.db, { limit: 50, visibleTo: { tenants: [], actorId: olga } });
  expect(entries.map(({ resourceId }) => resourceId)).toContain('own deed');
  expect(entries.every(({ actorId }) => actorId === olga)).toBe(true);
  expect(await listAuditActors(world.db, { tenants: ['mine'], actorId: olga })).toEqual([
    { name: 'olga@example.com', kind: 'user' },
    { name: 'omar@example.com', kind: 'user' },
  ]);
});

it('does not say in the own part of the log whose a thing is that was hidden', async () => {
  const after = { action: 'add-customer-record', tenant: 'theirs' };
  const refusal = { action: 'user.action-refused', resourceId: 'olga@example.com', after } as const;
  await recordEvent(world.olga, refusal, { result: 'refused', message: 'Outside.' });
  const entries = async (tenants: TenantLimit) =>
    (await listAuditEvents(world.db, { limit: 50, action: refusal.action, visibleTo: { tenants, actorId: olga } }))
      .entries;
  expect(await entries(null)).toMatchObject([{ after }]);
  expect(await entries(['mine'])).toEqual([]);
});

it("explains others' hostnames like any that the gateway doesn't have", async () => {
  const view = await world.view(world.olga);
  const ask = (host: string, limit: TenantLimit) =>
    explainRequest(world.db, view, { method: 'GET', url: `https://${host}/`, headers: [], body: '' }, limit);
  expect((await ask(theirs, null)).host).toMatchObject({ domainName: theirs });
  expect((await ask(mine, ['mine'])).host).toMatchObject({ domainName: mine });
  const [asked, unknown] = await Promise.all([ask(theirs, ['mine']), ask('no.such.test', ['mine'])]);
  expect(JSON.stringify(asked).replaceAll(theirs, '')).toBe(JSON.stringify(unknown).replaceAll('no.such.test', ''));
});

it('does not say whose a hostname is, or offer their certificate', async () => {
  const guard = createGuard({ allowedNetworks: [], sandboxPorts: [] });
  const network = {
    ...createNetwork({ dnsServers: [], probeHttpsPort: 1, probeCaFile: null, guard }),
    resolver: createResolver(['127.0.0.1:9'], { timeoutMs: 100, tries: 1 }),
  };
  const input = { kind: 'customer', zoneId: '', label: '', hostname: theirs } as const;
  const sentences = async (limit: TenantLimit) => {
    const report = await checkHostname({ ...world.olga, tenants: limit }, input, network);
    return report.findings.map(({ sentence }) => sentence).join(' ');
  };
  expect(await sentences(null)).toContain('Tenant theirs (theirs)');
  expect(await sentences(['mine'])).toContain('belongs to another tenant already');
  expect(await sentences(['mine'])).not.toContain('Tenant theirs');
});
