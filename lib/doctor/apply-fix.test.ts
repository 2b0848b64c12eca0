import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { auditEvents } from '@/lib/db/schema';
import { applyFix } from '@/lib/doctor/apply-fix';
import { runDoctor } from '@/lib/doctor/run-doctor';
import { startWorld, type World } from '@/lib/domains/testing/world';
import type { RecordSet } from '@/lib/inventory/model';
import { syncInventory } from '@/lib/inventory/sync-inventory';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const foreign: RecordSet = {
  name: 'old.example.com',
  type: 'A',
  ttl: 60,
  values: ['192.0.2.99'],
  alias: null,
  setIdentifier: null,
};

it("a stranger's record in our zone goes only as it was confirmed, and the domain goes live", async () => {
  const { ctx, network, zoneId } = world;
  await changeResourceRecordSets(ctx.aws, zoneId, [{ action: 'UPSERT', record: foreign }], 'an old server');
  const id = await world.want('old.example.com');
  await world.run(id, 'Needs operator');
  await syncInventory(ctx);
  const report = await runDoctor(ctx, id, network);
  const finding = report.findings.find(({ code }) => code === 'leftover-address');
  expect(finding).toMatchObject({
    actor: 'us',
    fixIt: { kind: 'remove-record', zoneId, type: 'A', name: 'old.example.com', shown: 'A 192.0.2.99' },
  });
  const asked = { domainId: id, check: 'conflicting-records', code: 'leftover-address' };
  await expect(applyFix(ctx, { ...asked, code: 'something-else', confirmed: '' })).rejects.toThrow('no such finding');
  await expect(applyFix(ctx, { ...asked, confirmed: 'A 192.0.2.1' })).rejects.toThrow('not what you confirmed');
  await applyFix(ctx, { ...asked, confirmed: 'A 192.0.2.99' });
  await world.run(id, 'Live');
  const rows = await ctx.db.select().from(auditEvents).where(eq(auditEvents.action, 'doctor.fix-applied'));
  expect(rows.map(({ phase, result }) => [phase, result])).toEqual([
    ['intent', null],
    ['outcome', 'ok'],
  ]);
  expect((await runDoctor(ctx, id, network)).live).toBe(true);
});

it('CAA records of ours let Amazon issue beside the others, once confirmed, and not for who deals with some tenants only', async () => {
  const { ctx, network, zoneId } = world;
  const record = (name: string): RecordSet => ({
    name,
    type: 'CAA',
    ttl: 120,
    values: ['0 issue "letsencrypt.org"', '0 iodef "mailto:a@example.com"'],
    alias: null,
    setIdentifier: null,
  });
  await changeResourceRecordSets(ctx.aws, zoneId, [{ action: 'UPSERT', record: record('example.com') }], 'a CAA');
  const id = await world.want('strict.example.com');
  await syncInventory(ctx);
  const look = async () => (await runDoctor(ctx, id, network)).findings.find(({ check }) => check === 'caa');
  const value = '0 issue "amazon.com"';
  const shown = record('').values.join(', ');
  expect(await look()).toMatchObject({
    code: 'caa-forbids-amazon',
    actor: 'us',
    fixIt: { kind: 'allow-amazon', zoneId, name: 'example.com', value, shown },
  });
  const asked = { domainId: id, check: 'caa', code: 'caa-forbids-amazon', confirmed: value };
  await expect(applyFix(ctx, { ...asked, confirmed: '' })).rejects.toThrow('not what you confirmed');
  await expect(applyFix({ ...ctx, tenants: ['strict-example-com'] }, asked)).rejects.toMatchObject({
    code: 'not-permitted',
  });
  // Somebody else adds one meanwhile: what is there now stays, too.
  const more = { ...record('example.com'), values: [...record('').values, '0 issue "pki.goog"'] };
  await changeResourceRecordSets(ctx.aws, zoneId, [{ action: 'UPSERT', record: more }], 'one more');
  await applyFix(ctx, asked);
  await applyFix(ctx, asked);
  const sets = await listResourceRecordSets(ctx.aws, zoneId, { name: 'example.com' });
  expect(sets.find(({ type }) => type === 'CAA')).toMatchObject({ ttl: 120, values: [...more.values, value] });
  const rows = await ctx.db.select().from(auditEvents).where(eq(auditEvents.resourceId, 'example.com'));
  expect(rows.map(({ action, phase }) => [action, phase])).toEqual([
    ['doctor.fix-applied', 'intent'],
    ['doctor.fix-applied', 'outcome'],
  ]);
  await vi.waitFor(async () => expect(await look()).toMatchObject({ state: 'ok', code: 'allowed' }), 10_000);
  await changeResourceRecordSets(
    ctx.aws,
    zoneId,
    [{ action: 'DELETE', record: { ...more, values: [...more.values, value] } }],
    'gone',
  );
});
