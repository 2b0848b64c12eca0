import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
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
