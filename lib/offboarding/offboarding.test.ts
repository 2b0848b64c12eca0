import { CreateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getApiKeys } from '@/lib/aws/api-gateway/get-api-keys';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { auditEvents, tenants } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import { continueRemoval } from './continue-removal';
import { getRemoval } from './get-removal';
import { listRemovals } from './list-removals';
import type { ReportReader } from './may-see';
import { previewRemoval } from './preview-removal';
import { previewText, reportText } from './removal-text';
import { removeDomain } from './remove-domain';

let world: World;
let id: string;
const hostname = 'www.customer.test';
const slug = 'www-customer-test';
const everybody: ReportReader = { tenants: null, id: '00000000-0000-4000-8000-000000000000' };
const nobody: ReportReader = { ...everybody, tenants: [] };

beforeAll(async () => {
  world = await startWorld();
  id = await world.want(hostname, { basePaths: ['v1'] });
  const waiting = await world.run(id, 'Waiting for tenant');
  const [validation] = waiting.records;
  await world.customerDns(validation?.name ?? '', 'CNAME', [`${validation?.value}.`]);
  const second = await world.run(id, (status) => status.records.some((row) => row.purpose === 'routing'));
  const routing = second.records.find((row) => row.purpose === 'routing');
  await world.customerDns(hostname, 'CNAME', [`${routing?.value}.`]);
  await world.run(id, 'Live');
  const tags = { 'gatehouse:tenant': slug };
  await world.aws.apiGateway.send(new CreateApiKeyCommand({ name: 'shop', enabled: true, tags }));
  await world.aws.apiGateway.send(new CreateApiKeyCommand({ name: 'others', enabled: true }));
}, 90_000);
afterAll(() => world.stop());

const preview = (domainId: string | null) => previewRemoval(world.ctx, { slug, domainId }, world.network);

describe('before a removal', () => {
  it('lists what goes, in order and as AWS names it, and what the tenant is asked for; and changes nothing', async () => {
    await world.admin('DELETE', 'calls');
    const list = await preview(null);
    expect(list.tenant).toMatchObject([{ step: 'stop-usage', fate: 'goes', what: expect.stringMatching(/^shop \(/) }]);
    const [domain] = list.domains;
    expect(domain?.items.map(({ step, fate, what }) => [step, fate, what])).toEqual([
      ['remove-alias', 'asked', hostname],
      ['remove-mappings', 'goes', `${hostname}/v1 to ${world.restApiId}/prod`],
      ['remove-domain-name', 'goes', `arn:aws:apigateway:us-east-1::/domainnames/${hostname}`],
      ['remove-certificate', 'goes', expect.stringMatching(/^arn:aws:acm:/)],
      ['remove-validation', 'asked', expect.stringMatching(/^_.* CNAME _/)],
    ]);
    expect(domain?.items[2]?.sentence).toContain(`${hostname} still points to d-`);
    expect(domain?.askRecords.map((record) => record.name)).toEqual([hostname, expect.stringMatching(/^_/)]);
    const text = previewText(list);
    expect(text).toContain('Nothing has been removed.');
    for (const item of domain?.items ?? []) expect(text).toContain(item.what);
    const { recent } = await world.admin<{ recent: { operation: string }[] }>('GET', 'calls');
    expect(recent.filter((call) => !/^(Get|List|Describe)/.test(call.operation))).toEqual([]);
    expect(await preview(id)).toMatchObject({ hostname, tenant: [] });
  });

  it('says so where AWS could not be asked', async () => {
    await world.fault({ service: 'apigateway', operation: 'GetDomainName', kind: 'html', status: 502 });
    const [domain] = (await preview(id)).domains;
    expect(domain?.items.map((item) => item.fate)).toContain('unknown');
    await world.admin('DELETE', 'faults');
  });
});

describe('one domain', () => {
  it('wants its hostname typed', async () => {
    await expect(removeDomain(world.ctx, { domainId: id, confirmHostname: 'www' })).rejects.toMatchObject({
      options: { fields: { confirmHostname: `Type ${hostname} to confirm.` } },
    });
  });

  it('stays while the public DNS leads there, until the operator types its name; its report outlives it', async () => {
    await expect(continueRemoval(world.ctx, { domainId: id, confirmHostname: hostname })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { offboardingId } = await removeDomain(world.ctx, { domainId: id, confirmHostname: `${hostname}.` });
    expect(await removeDomain(world.ctx, { domainId: id, confirmHostname: hostname })).toEqual({
      hostname,
      offboardingId,
    });
    const read = (reader = everybody) => getRemoval(world.ctx.db, offboardingId ?? '', reader);
    expect(await read()).toMatchObject({ open: [{ hostname, step: null, dangling: false }] });
    await world.run(id, (status) => status.actor === 'tenant');
    expect(await getDomainName(world.aws, hostname)).not.toBeNull();
    expect(await read()).toMatchObject({ finishedAt: null, open: [{ step: 'remove-domain-name', dangling: true }] });

    await continueRemoval(world.ctx, { domainId: id, confirmHostname: hostname });
    await world.run(id, 'Gone');
    const report = await read();
    expect(report).toMatchObject({ hostname, tenantSlug: slug, finishedAt: expect.any(String), open: [] });
    expect(report?.parts[0]?.items.map(({ step, state }) => [step, state])).toEqual([
      ['stop-usage', 'stays'],
      ['remove-alias', 'asked'],
      ['remove-mappings', 'gone'],
      ['remove-domain-name', 'continued'],
      ['remove-domain-name', 'gone'],
      ['remove-certificate', 'gone'],
      ['remove-validation', 'asked'],
      ['remove-tags', 'gone'],
    ]);
    const name = report?.parts[0]?.items.find((item) => item.step === 'remove-domain-name' && item.state === 'gone');
    expect(name?.requestIds.length).toBeGreaterThanOrEqual(2);
    expect(Date.parse(name?.verifiedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(name?.removedAt ?? ''));
    expect(reportText(report as NonNullable<typeof report>)).toContain('Nothing of it is left: verified at ');

    // The tenant and its keys stay, and whoever deals with it sees the report.
    expect((await getApiKeys(world.aws)).every((key) => key.enabled)).toBe(true);
    expect(await read({ ...nobody, tenants: [slug] })).not.toBeNull();
    expect(await read(nobody)).toBeNull();
    expect((await listRemovals(world.ctx.db, nobody)).total).toBe(0);
    expect((await world.actions(slug)).map((row) => row.action)).toEqual(
      expect.arrayContaining([
        'domain.removal-requested',
        'offboarding.continued',
        'domain.removed',
        'offboarding.finished',
      ]),
    );
  });
});

describe('a tenant without domains', () => {
  it('goes at once, with its API keys disabled; who asked for it still sees the report', async () => {
    const actor = { kind: 'user' as const, id: '00000000-0000-4000-8000-0000000000aa', name: 'Ada', ip: null };
    const { gone, offboardingId } = await removeTenant({ ...world.ctx, actor }, { slug, confirmSlug: slug });
    expect(gone).toBe(true);
    await expect(removeTenant(world.ctx, { slug, confirmSlug: slug })).rejects.toMatchObject({ code: 'not-found' });
    expect(await world.ctx.db.$count(tenants, eq(tenants.slug, slug))).toBe(0);
    const keys = await getApiKeys(world.aws);
    expect(keys.map(({ name, enabled }) => [name, enabled]).sort()).toEqual([
      ['others', true],
      ['shop', false],
    ]);
    const report = await getRemoval(world.ctx.db, offboardingId ?? '', { tenants: [], id: actor.id });
    expect(report?.parts).toMatchObject([
      {
        hostname: null,
        items: [
          { step: 'stop-usage', state: 'gone' },
          { step: 'remove-tenant', state: 'gone' },
        ],
      },
    ]);
    expect(await getRemoval(world.ctx.db, offboardingId ?? '', nobody)).toBeNull();
    const stopped = await world.ctx.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'offboarding.usage-stopped'));
    expect(stopped.map((row) => row.phase)).toEqual(['intent', 'outcome']);
  });
});
