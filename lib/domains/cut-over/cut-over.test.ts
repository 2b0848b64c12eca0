import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { domains } from '@/lib/db/schema';
import { cutOver } from '@/lib/domains/cut-over/cut-over';
import { readCutOver } from '@/lib/domains/cut-over/read-cut-over';
import { takeBack } from '@/lib/domains/cut-over/take-back';
import { startWorld, type World } from '@/lib/domains/testing/world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

const old = { type: 'A', ttl: 60, values: ['203.0.113.7'], alias: null, setIdentifier: null };
const prepare = { phase: 'prepare' } as const;
const routingOf = async (name: string) =>
  (await listResourceRecordSets(world.aws, world.zoneId, { name }))
    .filter((record) => record.name === name)
    .map(({ type, values, alias }) => `${type} ${alias?.dnsName ?? values.join(' ')}`);

describe('a name in our zone that serves traffic today', () => {
  const hostname = 'busy.example.com';
  let id: string;

  it('is prepared without a change of where it leads', async () => {
    const record = { ...old, name: hostname };
    await changeResourceRecordSets(world.aws, world.zoneId, [{ action: 'CREATE', record }], 'before us');
    id = await world.want(hostname, prepare);
    const status = await world.run(id, 'Needs operator');
    expect(status.sentence).toContain('is prepared and can be cut over');
    expect(status.rehearsal).toMatchObject({ tls: { ok: true }, https: { ok: true } });
    expect(await routingOf(hostname)).toEqual(['A 203.0.113.7']);
    expect(status.records.filter(({ purpose }) => purpose === 'routing')).toMatchObject([
      { verdict: 'later', observed: ['203.0.113.7'] },
      { verdict: 'later' },
    ]);
  });

  it('shows before and after, and wants the hostname typed', async () => {
    const found = await readCutOver(world.ctx.db, id, world.ctx.now());
    expect(found?.cutOver).toMatchObject({
      state: 'ready',
      now: ['203.0.113.7'],
      after: [expect.stringMatching(/^A alias to d-/), expect.stringMatching(/^AAAA alias to d-/)],
      refusal: null,
    });
    for (const confirmHostname of ['', 'busy']) {
      await expect(cutOver(world.ctx, { domainId: id, confirmHostname }, world.network)).rejects.toMatchObject({
        code: 'invalid',
        options: { fields: { confirmHostname: 'Type busy.example.com to confirm.' } },
      });
    }
    expect(await world.row(id)).toMatchObject({ phase: 'prepare' });
  });

  it('is not cut over while records with a routing policy share its traffic, and says what to do', async () => {
    const shared = (Value: string, SetIdentifier: string) => ({
      Name: 'weighted.example.com.',
      Type: 'A' as const,
      TTL: 60,
      ResourceRecords: [{ Value }],
      SetIdentifier,
      Weight: 10,
    });
    const sets = [shared('203.0.113.8', 'blue'), shared('203.0.113.9', 'green')];
    const change = (Action: 'CREATE' | 'DELETE') =>
      world.aws.route53.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: world.zoneId,
          ChangeBatch: { Changes: sets.map((ResourceRecordSet) => ({ Action, ResourceRecordSet })) },
        }),
      );
    await change('CREATE');
    const weighted = await world.want('weighted.example.com', prepare);
    const status = await world.run(weighted, 'Needs operator');
    expect(status.sentence).toMatch(
      /a routing policy: A 203\.0\.113\.8 \(blue\), A 203\.0\.113\.9 \(green\)\..* in Route 53/,
    );
    const found = await readCutOver(world.ctx.db, weighted, world.ctx.now());
    expect(found?.cutOver).toMatchObject({ state: 'preparing', refusal: status.sentence });
    const input = { domainId: weighted, confirmHostname: 'weighted.example.com' };
    await expect(cutOver(world.ctx, input, world.network)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Nothing was switched. Our zone shares the traffic'),
    });
    await change('DELETE');
    const after = await world.run(weighted, ({ sentence }) => sentence.includes('can be cut over'));
    expect(after.headline).toBe('Needs operator');
  });

  it('is cut over when asked, and lives', async () => {
    await cutOver(world.ctx, { domainId: id, confirmHostname: hostname }, world.network);
    const status = await world.run(id, 'Live');
    expect(status.rehearsal).toBeUndefined();
    const rows = await world.actions('busy-example-com');
    expect(rows.find(({ action }) => action === 'domain.cut-over-asked')).toMatchObject({
      before: { phase: 'prepare', leadsTo: ['A 203.0.113.7'], records: [{ type: 'A', values: ['203.0.113.7'] }] },
      after: { phase: 'cut-over', tls: expect.stringContaining('valid for busy.example.com') },
    });
    await expect(cutOver(world.ctx, { domainId: id, confirmHostname: hostname }, world.network)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is taken back to the records from before, and can be cut over again', async () => {
    await takeBack(world.ctx, id);
    expect(await routingOf(hostname)).toEqual(['A 203.0.113.7']);
    const status = await world.run(id, 'Needs operator');
    expect(status.sentence).toContain('can be cut over');
    await expect(takeBack(world.ctx, id)).rejects.toMatchObject({ code: 'conflict' });
    await cutOver(world.ctx, { domainId: id, confirmHostname: hostname }, world.network);
    await world.run(id, 'Live');
  });

  it('is left alone while a pass is at work', async () => {
    const held = { leaseOwner: 'x', leaseUntil: new Date(Date.now() + 60_000) };
    await world.ctx.db.update(domains).set(held).where(eq(domains.id, id));
    await expect(takeBack(world.ctx, id)).rejects.toThrow('being checked at this moment');
    await world.ctx.db.update(domains).set({ leaseOwner: null, leaseUntil: null }).where(eq(domains.id, id));
    expect(await routingOf(hostname)).toHaveLength(2);
  });
});

describe("a customer's domain with a stable name", () => {
  const hostname = 'www.customer.net';
  const edge = { edgeName: 'customer.edge.example.com' };
  let id: string;

  it('shows all records before there is a target, and sees the routing record early', async () => {
    id = await world.want(hostname, { ...edge, edgeZoneId: world.zoneId });
    await world.customerDns(hostname, 'CNAME', [edge.edgeName]);
    const status = await world.run(id, ({ records }) => records.length === 2);
    expect(status).toMatchObject({ headline: 'Waiting for tenant' });
    expect(status.records).toMatchObject([
      { purpose: 'certificate validation', verdict: 'missing' },
      { purpose: 'routing', value: edge.edgeName, verdict: 'ok', observed: [edge.edgeName] },
    ]);
    expect(await routingOf(edge.edgeName)).toEqual([]);
  });

  it('leads the stable name to the target once there is one, and lives', async () => {
    const [validation] = (await world.row(id))?.status?.records ?? [];
    await world.customerDns(validation?.name ?? '', 'CNAME', [validation?.value ?? '']);
    await world.run(id, 'Live');
    const target = (await world.actions('www-customer-net')).flatMap(({ action, after }) =>
      action === 'domain.edge-name-published' ? [JSON.stringify(after)] : [],
    );
    expect(target[0]).toContain('customer.edge.example.com');
    expect(await routingOf(edge.edgeName)).toHaveLength(2);
  });

  it('takes the stable name away with the domain', async () => {
    await world.wantAbsent(id);
    await world.run(id, 'Gone');
    expect(await routingOf(edge.edgeName)).toEqual([]);
    const actions = (await world.actions('www-customer-net')).map(({ action }) => action);
    expect(actions.indexOf('domain.edge-name-removed')).toBeLessThan(actions.indexOf('domain.gateway-domain-removed'));
  });

  it('is not cut over before it is prepared', async () => {
    const early = await world.want('early.customer.net', prepare);
    await world.pass(early);
    await expect(cutOver(world.ctx, { domainId: early, confirmHostname: '' }, world.network)).rejects.toThrow(
      'is not prepared yet',
    );
  });
});
