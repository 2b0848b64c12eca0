import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import { domains, inventory } from '@/lib/db/schema';
import type { Certificate } from '@/lib/inventory/model';
import { checkNow } from '@/lib/tenants/check-now';
import { getTenant } from '@/lib/tenants/get-tenant';
import { getTenantStatus } from '@/lib/tenants/get-tenant-status';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import { goodForm, refusedFields, type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';
import { tryRequest } from '@/lib/tenants/try-request';
import { updateTenant } from '@/lib/tenants/update-tenant';

let world: TestWorld;
let domainId: string;
beforeAll(async () => {
  world = await testWorld();
  await onboardTenant(world.ctx, goodForm(), world.network);
  domainId = (await world.ctx.db.select().from(domains))[0]?.id ?? '';
});
afterAll(() => world.close());

const pendingCertificate: Certificate = {
  arn: '',
  domainName: 'customer2.example.com',
  names: ['customer2.example.com'],
  status: 'PENDING_VALIDATION',
  failureReason: null,
  type: 'AMAZON_ISSUED',
  keyAlgorithm: 'RSA_2048',
  inUseBy: [],
  renewalEligible: false,
  renewalStatus: null,
  createdAt: null,
  issuedAt: null,
  notBefore: null,
  notAfter: null,
  validations: [],
  tags: {},
};

const read = (slug: string) =>
  getTenant(world.ctx.db, slug, { now: new Date(), visibleTo: { tenants: ['customer2'], actorId: 'x' } });
const version = async () => (await getTenantStatus(world.ctx.db, 'customer2', new Date()))?.version;
const actions = async () =>
  (await listAuditEvents(world.ctx.db, { tenantSlug: 'customer2', limit: 50 })).entries.map((entry) => entry.action);

describe("a tenant's page", () => {
  it('shows everything from the database', async () => {
    await world.know('gateway-domain', {
      name: 'customer2.example.com',
      status: 'AVAILABLE',
      statusMessage: null,
      certificateArn: 'arn:1',
      endpointType: 'REGIONAL',
      targetName: 'd-1.execute-api.us-east-1.amazonaws.com',
      targetZoneId: 'Z',
      securityPolicy: 'TLS_1_2',
      tags: {},
    });
    const tenant = await read('customer2');
    expect(tenant).toMatchObject({ name: 'Customer Two', headline: 'Draft', adopted: false, status: { moving: true } });
    expect(tenant?.domains).toMatchObject([
      {
        hostname: 'customer2.example.com',
        zoneName: 'example.com',
        shared: false,
        target: 'd-1.execute-api.us-east-1.amazonaws.com',
        mappings: [{ basePath: '', stage: 'prod' }],
      },
    ]);
    expect(tenant?.activity.map((entry) => entry.action)).toEqual(['tenant.onboarded']);
    expect(await read('nobody')).toBeNull();
    expect(await getTenantStatus(world.ctx.db, 'nobody', new Date())).toBeNull();
  });

  it('has another version after a change, and the same without one', async () => {
    const before = await version();
    expect(await version()).toBe(before);
    await updateTenant(world.ctx, { slug: 'customer2', name: 'Renamed', contactEmail: 'a@b.test' });
    expect(await version()).not.toBe(before);
    const { entries } = await listAuditEvents(world.ctx.db, {
      tenantSlug: 'customer2',
      action: 'tenant.updated',
      limit: 5,
    });
    expect(entries).toMatchObject([
      { before: { name: 'Customer Two', contactEmail: null }, after: { name: 'Renamed', contactEmail: 'a@b.test' } },
    ]);
  });

  it('writes nothing when nothing changes', async () => {
    const before = await actions();
    await updateTenant(world.ctx, { slug: 'customer2', name: 'Renamed', contactEmail: 'a@b.test' });
    expect(await actions()).toEqual(before);
  });

  it('checks at once when asked to', async () => {
    await world.ctx.db.update(domains).set({ nextCheckAt: new Date(Date.now() + 3_600_000), headline: 'Live' });
    expect(await getTenantStatus(world.ctx.db, 'customer2', new Date())).toMatchObject({ moving: false });
    await expect(checkNow(world.ctx, domainId)).resolves.toEqual({ hostname: 'customer2.example.com' });
    expect(await getTenantStatus(world.ctx.db, 'customer2', new Date())).toMatchObject({ moving: true });
    expect(await actions()).toContain('domain.checked-now');
    await expect(checkNow(world.ctx, '00000000-0000-4000-8000-0000000000ff')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('offers a new certificate once ACM has given up the old one', async () => {
    const mine = { ...pendingCertificate, arn: 'arn:mine' };
    const offered = async () => (await read('customer2'))?.domains[0]?.newCertificate;
    const set = (certificateArn: string | null) =>
      world.ctx.db.update(domains).set({ certificateArn }).where(eq(domains.id, domainId));
    expect(await offered()).toBeNull();
    await set(mine.arn);
    await world.know('certificate', mine);
    expect(await offered()).toBeNull();
    await world.ctx.db
      .update(inventory)
      .set({ data: { ...mine, status: 'VALIDATION_TIMED_OUT' } })
      .where(eq(inventory.key, mine.arn));
    expect(await offered()).toMatch(/ACM does not come back to this one/);
    await set(null);
  });

  it('says why a tried request got no answer, and notes it', async () => {
    const result = await tryRequest(world.ctx, { domainId, method: 'GET', path: '/x', body: '' }, world.network);
    expect(result.response).toBeNull();
    expect(result.sentence).toContain('customer2.example.com');
    const { entries } = await listAuditEvents(world.ctx.db, {
      tenantSlug: 'customer2',
      action: 'request.tried',
      limit: 5,
    });
    expect(entries).toMatchObject([{ result: 'ok', after: { method: 'GET', path: '/x', status: null } }]);
  });
});

describe('removing a tenant', () => {
  it('wants the slug typed', async () => {
    expect(await refusedFields(removeTenant(world.ctx, { slug: 'customer2', confirmSlug: 'Customer2' }))).toEqual({
      confirmSlug: 'Type customer2 to confirm.',
    });
  });

  it('leaves the work to the reconciler, and may be asked twice', async () => {
    for (const _time of [1, 2]) {
      await expect(removeTenant(world.ctx, { slug: 'customer2', confirmSlug: 'customer2' })).resolves.toMatchObject({
        gone: false,
        offboardingId: expect.any(String),
      });
    }
    const [domain] = await world.ctx.db.select().from(domains).where(eq(domains.id, domainId));
    expect(domain).toMatchObject({ intent: 'absent' });
    expect((await read('customer2'))?.removalRequestedAt).not.toBeNull();
    expect((await actions()).filter((action) => action === 'tenant.removal-requested')).toHaveLength(1);
  });
});
