import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import { onWake } from '@/lib/domains/wake';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';
import { addDomain } from '@/lib/tenants/add-domain';
import { checkHostname } from '@/lib/tenants/check-hostname';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { previewOnboarding } from '@/lib/tenants/preview-onboarding';
import { goodForm, refusedFields, type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';

const wildcardCertificate: Certificate = {
  arn: 'arn:wildcard',
  domainName: '*.example.com',
  names: ['*.example.com'],
  status: 'ISSUED',
  failureReason: null,
  type: 'AMAZON_ISSUED',
  keyAlgorithm: 'RSA_2048',
  inUseBy: [],
  renewalEligible: true,
  renewalStatus: null,
  createdAt: null,
  issuedAt: null,
  notBefore: null,
  notAfter: null,
  validations: [],
  tags: {},
};

const wildcardDomain: GatewayDomain = {
  name: '*.example.com',
  status: 'AVAILABLE',
  statusMessage: null,
  certificateArn: 'arn:wildcard',
  endpointType: 'REGIONAL',
  targetName: 'd-1.execute-api.us-east-1.amazonaws.com',
  targetZoneId: 'Z1UJRXOUMOOFQ8',
  securityPolicy: 'TLS_1_2',
  tags: {},
};

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const onboard = (over: Parameters<typeof goodForm>[0] = {}) => onboardTenant(world.ctx, goodForm(over), world.network);
const domainOf = async (hostname: string) =>
  (await world.ctx.db.select().from(domains).where(eq(domains.hostname, hostname)))[0];

describe('onboarding a tenant', () => {
  it('writes tenant, domain, paths and audit event, and wakes the reconciler', async () => {
    let woken = 0;
    const stop = onWake(() => {
      woken += 1;
    });
    await expect(onboard({ slug: 'first', label: 'First', contactEmail: 'it@first.test' })).resolves.toEqual({
      slug: 'first',
    });
    stop();
    const domain = await domainOf('first.example.com');
    expect(domain).toMatchObject({
      kind: 'managed',
      zoneId: 'Z1',
      certificateMode: 'dedicated',
      gatewayDomainName: 'first.example.com',
      takeoverConfirmed: false,
      headline: 'Draft',
    });
    const mappings = await world.ctx.db
      .select()
      .from(domainMappings)
      .where(eq(domainMappings.domainId, domain?.id ?? ''));
    expect(mappings).toMatchObject([{ basePath: '', stage: 'prod', restApiId: 'api1' }]);
    const { entries } = await listAuditEvents(world.ctx.db, { tenantSlug: 'first', limit: 10 });
    expect(entries).toMatchObject([
      { action: 'tenant.onboarded', actorName: 'op@example.com', after: { contactEmail: 'it@first.test' } },
    ]);
    expect(woken).toBe(1);
  });

  it('makes one tenant of a double submit, at once or later', async () => {
    const form = goodForm({ slug: 'twice', label: 'twice' });
    const both = await Promise.all([1, 2].map(() => onboardTenant(world.ctx, form, world.network)));
    expect(both).toEqual([{ slug: 'twice' }, { slug: 'twice' }]);
    await expect(onboardTenant(world.ctx, form, world.network)).resolves.toEqual({ slug: 'twice' });
    expect(await world.ctx.db.select().from(tenants).where(eq(tenants.slug, 'twice'))).toHaveLength(1);
  });

  it.each([
    [{ slug: 'first', label: 'another' }, { slug: 'The tenant Customer Two has this slug already.' }],
    [
      { slug: 'another', label: 'first' },
      { label: 'first.example.com belongs to the tenant Customer Two (first) already.' },
    ],
    [
      { slug: 'another', zoneId: 'Z9' },
      { zoneId: 'This zone is not one of our public zones any more. Choose another.' },
    ],
    [
      { slug: 'another', certificate: 'arn:gone' },
      { certificate: 'This certificate is not in the inventory any more. Choose another.' },
    ],
    [
      { slug: 'another', mappings: [{ basePath: '', stage: 'beta' }] },
      { 'mappings.0.stage': 'The gateway has no such stage any more. Choose another.' },
    ],
  ])('refuses %j at its field', async (over, fields) => {
    expect(await refusedFields(onboard(over))).toEqual(fields);
  });

  it('says who was faster when two operators take one slug, or one hostname, at the same moment', async () => {
    const race = await Promise.all([
      refusedFields(onboard({ slug: 'race', label: 'race-a' })),
      refusedFields(onboard({ slug: 'race', label: 'race-b' })),
    ]);
    expect(race.filter((fields) => fields === null)).toHaveLength(1);
    expect(Object.keys(race.find((fields) => fields !== null) ?? {})).toEqual(['slug']);
    const names = await Promise.all(
      ['race-c', 'race-d'].map((slug) => refusedFields(onboard({ slug, label: 'same' }))),
    );
    expect(Object.keys(names.find((fields) => fields !== null) ?? {})).toEqual(['label']);
  });
});

describe('a hostname in use', () => {
  const own = { kind: 'customer', zoneId: '', label: '', hostname: 'shop.inuse.test' } as const;

  it('is taken only after it was typed once more', async () => {
    await world.putCustomerRecord('shop.inuse.test', 'A', '192.0.2.7');
    const report = await checkHostname(world.ctx, own, world.network);
    expect(report).toMatchObject({
      needsConfirmation: true,
      publicAnswer: { state: 'taken', answers: ['A 192.0.2.7'] },
      findings: [],
    });
    const form = { ...own, slug: 'inuse' };
    expect(await refusedFields(onboard(form))).toEqual({ confirmHostname: 'Type shop.inuse.test to confirm.' });
    expect(await refusedFields(onboard({ ...form, confirmHostname: 'shop.test' }))).toEqual({
      confirmHostname: 'That is not shop.inuse.test.',
    });
    await onboard({ ...form, confirmHostname: ' Shop.InUse.test' });
    expect(await domainOf('shop.inuse.test')).toMatchObject({
      takeoverConfirmed: true,
      zoneId: null,
      kind: 'customer',
    });
  });

  it('is free when nothing answers, and unknown when the DNS does not', async () => {
    const free = await checkHostname(world.ctx, { ...own, hostname: 'Bücher.nobody.test' }, world.network);
    expect(free).toMatchObject({
      hostname: 'xn--bcher-kva.nobody.test',
      unicode: 'bücher.nobody.test',
      publicAnswer: { state: 'free' },
      needsConfirmation: false,
    });
    const { createResolver } = await import('@/lib/dns/resolver');
    const deaf = {
      ...world.network,
      resolver: createResolver(['127.0.0.1:9'], { timeoutMs: 100, tries: 1 }),
    };
    const unknown = await checkHostname(world.ctx, { ...own, hostname: 'a.nobody.test' }, deaf);
    expect(unknown).toMatchObject({ needsConfirmation: true, publicAnswer: { state: 'unknown' } });
  });
});

describe('the review', () => {
  it('lists the calls in their order and changes nothing', async () => {
    const form = goodForm({ slug: 'review', label: 'review', mappings: [{ basePath: 'a', stage: 'prod' }] });
    const { calls, report } = await previewOnboarding(world.ctx, form, world.network);
    expect(report).toMatchObject({ hostname: 'review.example.com', needsConfirmation: false });
    const done = calls.filter((call) => call.who === 'console').map((call) => call.operation);
    expect(done).toEqual([
      'RequestCertificate',
      'ChangeResourceRecordSets',
      'CreateDomainName',
      'CreateBasePathMapping',
      'ChangeResourceRecordSets',
      'Probe',
    ]);
    expect(await domainOf('review.example.com')).toBeUndefined();
    expect(
      await refusedFields(previewOnboarding(world.ctx, { ...form, label: 'first' }, world.network)),
    ).toHaveProperty('label');
  });

  it('takes a wildcard custom domain name as it is: no paths, no certificate of its own', async () => {
    await world.know('certificate', wildcardCertificate);
    await world.know('gateway-domain', wildcardDomain);
    await world.know('mapping', { domainName: '*.example.com', basePath: '', restApiId: 'api1', stage: 'prod' });
    await onboard({ slug: 'shared', label: 'shared', certificate: 'wildcard:*.example.com', mappings: [] });
    const domain = await domainOf('shared.example.com');
    expect(domain).toMatchObject({
      gatewayDomainName: '*.example.com',
      certificateMode: 'existing',
      certificateArn: 'arn:wildcard',
    });
    const mappings = await world.ctx.db
      .select()
      .from(domainMappings)
      .where(eq(domainMappings.domainId, domain?.id ?? ''));
    expect(mappings).toEqual([]);
  });
});

describe('another domain', () => {
  it('belongs to its tenant, once', async () => {
    const { name: _name, contactEmail: _email, ...domain } = goodForm({ slug: 'first', label: 'second' });
    await addDomain(world.ctx, domain, world.network);
    await addDomain(world.ctx, domain, world.network);
    expect(await domainOf('second.example.com')).toMatchObject({ id: domain.submissionId });
    const taken = { ...domain, submissionId: goodForm().submissionId };
    expect(await refusedFields(addDomain(world.ctx, taken, world.network))).toHaveProperty('label');
    await expect(addDomain(world.ctx, { ...taken, slug: 'nobody' }, world.network)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
