import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { createBasePathMapping } from '@/lib/aws/api-gateway/create-base-path-mapping';
import { deleteBasePathMapping } from '@/lib/aws/api-gateway/delete-base-path-mapping';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { readInventory } from '@/lib/inventory/read-inventory';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const operationsOf = async () =>
  (await world.admin<{ recent: { operation: string }[] }>('GET', 'calls')).recent.map((call) => call.operation);

describe('a Live domain', () => {
  it('costs three AWS reads a check, stays Live without AWS, and heals what was broken by hand', async () => {
    const hostname = 'live.example.com';
    const id = await world.want(hostname);
    await world.run(id, 'Live');
    expect((await readInventory(world.ctx.db, 'gateway-domain')).map((domain) => domain.name)).toContain(hostname);

    await world.admin('DELETE', 'calls');
    await world.pass(id);
    expect((await operationsOf()).sort()).toEqual(['DescribeCertificate', 'GetDomainName', 'ListTagsForCertificate']);
    expect(((await world.row(id))?.nextCheckAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(290_000);

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
    expect(gone.steps.at(-1)).toMatchObject({
      state: 'skipped',
      sentence: 'The certificate stays: cert-b.example.com uses it, too.',
    });
    expect((await listCertificates(world.aws)).some((one) => one.arn === shared?.arn)).toBe(true);
  });
});
