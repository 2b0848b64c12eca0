import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { createBasePathMapping } from '@/lib/aws/api-gateway/create-base-path-mapping';
import { deleteBasePathMapping } from '@/lib/aws/api-gateway/delete-base-path-mapping';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { domains } from '@/lib/db/schema';
import { incidentsOf } from '@/lib/domains/history/incidents-of';
import { readHistory } from '@/lib/domains/history/read-history';
import { segmentsOf } from '@/lib/domains/history/segments-of';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { readInventory } from '@/lib/inventory/read-inventory';
import { syncInventory } from '@/lib/inventory/sync-inventory';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const operationsOf = async () =>
  (await world.admin<{ recent: { operation: string }[] }>('GET', 'calls')).recent.map((call) => call.operation);

describe('a Live domain', () => {
  it('costs no AWS call a check, three an hour without a cache, and heals what was broken by hand', async () => {
    const hostname = 'live.example.com';
    const id = await world.want(hostname);
    await world.run(id, 'Live');
    expect((await readInventory(world.ctx.db, 'gateway-domain')).map((domain) => domain.name)).toContain(hostname);
    expect(((await world.row(id))?.nextCheckAt?.getTime() ?? 0) - Date.now()).toBeLessThan(23_000);

    // No sync has read the inventory: AWS itself was asked a moment ago, and is asked again in an hour.
    await world.admin('DELETE', 'calls');
    await world.pass(id);
    expect(await operationsOf()).toEqual([]);
    const later = { ...world.ctx, now: () => new Date(Date.now() + 3_700_000) };
    await world.pass(id, later);
    expect(new Set(await operationsOf())).toEqual(
      new Set([
        'DescribeCertificate',
        'ListTagsForCertificate',
        'GetDomainName',
        'GetBasePathMappings',
        'ListResourceRecordSets',
      ]),
    );
    await world.ctx.db.update(domains).set({ fullLookAskedAt: new Date() }).where(eq(domains.id, id));
    await world.fault({ service: '*', operation: '*', kind: 'html', status: 502 });
    const blind = await world.pass(id);
    expect(blind).toMatchObject({ headline: 'Live', axes: { gateway: { state: 'unknown' }, dns: { state: 'ok' } } });
    expect(blind.trouble?.sentence).toMatch(/not AWS/);
    await world.admin('DELETE', 'faults');
    expect((await world.run(id, 'Live')).trouble).toBeNull();

    // Somebody deletes the mapping and the records by hand: seen by the probe, put back, and Live again.
    await deleteBasePathMapping(world.aws, { domainName: hostname, basePath: '' });
    const records = (await listResourceRecordSets(world.aws, world.zoneId)).filter((record) =>
      record.name.endsWith(hostname),
    );
    await changeResourceRecordSets(
      world.aws,
      world.zoneId,
      records.map((record) => ({ action: 'DELETE', record })),
      'by hand',
    );
    await world.pass(id);
    await world.run(id, 'Live');
    const headlines = (await world.actions('live-example-com')).filter(
      (row) => row.action === 'domain.headline-changed',
    );
    expect(headlines.map((row) => (row.after as { headline: string }).headline)).toContain('Live, at risk');
    const back = (await listResourceRecordSets(world.aws, world.zoneId)).filter((record) =>
      record.name.endsWith(hostname),
    );
    expect(back.map((record) => record.type).sort()).toEqual(['A', 'AAAA', 'CNAME']);
  });

  it('is confirmed by the cache that the sync keeps, and looked at in AWS when that shows something else', async () => {
    const hostname = 'cached.example.com';
    const id = await world.want(hostname);
    await world.run(id, 'Live');
    await syncInventory(world.ctx);
    await world.admin('DELETE', 'calls');
    const later = { ...world.ctx, now: () => new Date(Date.now() + 8 * 60_000) };
    expect(await world.pass(id, later)).toMatchObject({ headline: 'Live', trouble: null });
    expect(await operationsOf()).toEqual([]);
    expect((await world.row(id))?.status?.watch?.insideAt).not.toBeNull();

    // The validation record is deleted by hand: nothing breaks yet, the next sync shows it, and it is put back.
    const mine = (record: { name: string; type: string }) => record.name.endsWith(hostname) && record.type === 'CNAME';
    const [record] = (await listResourceRecordSets(world.aws, world.zoneId)).filter(mine);
    if (record === undefined) throw new Error('no validation record');
    await changeResourceRecordSets(world.aws, world.zoneId, [{ action: 'DELETE', record }], 'by hand');
    await syncInventory(world.ctx);
    await world.pass(id);
    await world.run(id, 'Live');
    expect((await listResourceRecordSets(world.aws, world.zoneId)).filter(mine)).toHaveLength(1);
    const risky = (await world.actions('cached-example-com')).map(
      (row) => (row.after as { headline?: string })?.headline,
    );
    expect(risky).toContain('Live, at risk');
  });

  it('of a customer goes from at risk to Broken and back as their DNS says, and keeps everything it has on AWS', async () => {
    const hostname = 'shop.customer-watch.net';
    const id = await world.want(hostname);
    const waiting = await world.run(id, 'Waiting for tenant');
    for (const { name, type, value } of waiting.records) await world.customerDns(name, type, [value]);
    const asked = await world.run(id, ({ records }) => records.some((row) => row.purpose === 'routing'));
    const target = asked.records.find((row) => row.purpose === 'routing')?.value ?? '';
    await world.customerDns(hostname, 'CNAME', [target]);
    await world.run(id, 'Live');
    const live = await getDomainName(world.aws, hostname);
    await world.admin('DELETE', 'calls');

    await world.customerDns(hostname, 'CNAME', ['parked.hoster.net']);
    const first = await world.run(id, 'Live, at risk');
    expect(first.watch?.failing?.checks).toBe(1);
    const broken = await world.run(id, 'Broken');
    for (let pass = 0; pass < 3; pass++) await world.pass(id);
    const row = await world.row(id);
    expect(row).toMatchObject({ headline: 'Broken', failedProbes: 5, intent: 'present' });
    expect(row?.failingSince?.toISOString()).toBe(first.watch?.failing?.since);
    expect(broken.sentence).toMatch(/no longer leads to the gateway/);
    expect((await operationsOf()).filter((name) => !/^(Get|List|Describe)/.test(name))).toEqual([]);
    expect(await getDomainName(world.aws, hostname)).toEqual(live);

    await world.customerDns(hostname, 'CNAME', [target]);
    expect((await world.run(id, 'Live')).watch?.failing).toBeNull();
    expect(await world.row(id)).toMatchObject({ failingSince: null, failedProbes: 0 });
    const history = await readHistory(world.ctx.db, id, new Date(0));
    expect(history.map((one) => one.state).slice(-3)).toEqual(['Live, at risk', 'Broken', 'Live']);
    expect(history.at(-1)?.sentence).toMatch(/^Answers again, after 5 failed checks in a row/);
    expect(history[0]?.state).toBe('Draft');
    const window = { from: Date.now() - 3_600_000, to: Date.now() };
    expect(incidentsOf(segmentsOf(history, window))).toHaveLength(1);
  });

  it('that the certificate fails of is Broken, and nothing of it is deleted; restored, it recovers', async () => {
    const hostname = 'cert.example.com';
    const id = await world.want(hostname);
    await world.run(id, 'Live');
    const row = await world.row(id);
    // Its sight of the world is spoilt: nobody trusts the CA any more.
    const trusting = world.network.secureContext;
    world.network.secureContext = () => undefined;
    const broken = await world.run(id, 'Broken');
    expect(broken.proof?.tls.ok).toBe(false);
    for (let pass = 0; pass < 3; pass++) expect((await world.pass(id)).headline).toBe('Broken');
    expect(await getDomainName(world.aws, hostname)).not.toBeNull();
    expect((await listCertificates(world.aws)).some((one) => one.arn === row?.certificateArn)).toBe(true);
    world.network.secureContext = trusting;
    await world.run(id, 'Live');
  });

  it('under a wildcard needs nothing of its own, and leaves the wildcard alone when it goes', async () => {
    const wildcard = await world.want('*.wild.example.com', { gatewayDomainName: '*.wild.example.com' });
    await world.run(
      wildcard,
      (status) => status.axes.dns.state !== 'not-started' && status.axes.mapping.state === 'ok',
    );
    const [certificate] = (await listCertificates(world.aws)).filter((one) => one.domainName === '*.wild.example.com');
    await world.admin('DELETE', 'calls');
    const id = await world.want('a.wild.example.com', {
      certificateMode: 'existing',
      certificateArn: certificate?.arn ?? null,
      gatewayDomainName: '*.wild.example.com',
      basePaths: [],
    });
    const live = await world.run(id, 'Live');
    expect(live.steps.map((step) => step.state)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'done',
      'done',
      'done',
    ]);
    expect((await operationsOf()).filter((operation) => /^(Create|Request|Change|Put)/.test(operation))).toEqual([]);
    await world.wantAbsent(id);
    await world.run(id, 'Gone');
    expect(await getDomainName(world.aws, '*.wild.example.com')).not.toBeNull();
    expect(
      (await listResourceRecordSets(world.aws, world.zoneId)).some((record) => record.name === '*.wild.example.com'),
    ).toBe(true);
  });
});

describe('removal', () => {
  it('does not take away a mapping that somebody else made', async () => {
    const id = await world.want('foreign.example.com');
    await world.run(id, 'Live');
    await createBasePathMapping(world.aws, {
      domainName: 'foreign.example.com',
      basePath: 'theirs',
      restApiId: world.restApiId,
      stage: 'prod',
    });
    await world.wantAbsent(id);
    const blocked = await world.run(id, 'Needs operator');
    expect(blocked.sentence).toMatch(/also maps \/theirs/);
    await deleteBasePathMapping(world.aws, { domainName: 'foreign.example.com', basePath: 'theirs' });
    await world.run(id, 'Gone');
  });

  it('keeps a certificate that another domain uses', async () => {
    const first = await world.want('cert-a.example.com');
    await world.run(first, 'Live');
    const [shared] = (await listCertificates(world.aws)).filter((one) => one.domainName === 'cert-a.example.com');
    await world.want('cert-b.example.com', { certificateMode: 'existing', certificateArn: shared?.arn ?? '' });
    await world.wantAbsent(first);
    const gone = await world.run(first, 'Gone');
    expect(gone.steps.find(({ name }) => name === 'remove-certificate')).toMatchObject({
      state: 'skipped',
      sentence: 'The certificate stays: cert-b.example.com uses it, too.',
    });
    expect((await listCertificates(world.aws)).some((one) => one.arn === shared?.arn)).toBe(true);
  });
});
