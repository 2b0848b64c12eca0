import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents, domains } from '@/lib/db/schema';
import { readReport } from '@/lib/doctor/read-report';
import { runDoctor } from '@/lib/doctor/run-doctor';
import { startWorld, type World } from '@/lib/domains/testing/world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a domain in our zone', () => {
  it('is live, and nothing is wrong with it', async () => {
    const id = await world.want('shop.example.com');
    await world.run(id, 'Live');
    const report = await runDoctor(world.ctx, id, world.network);
    expect(report.findings.filter(({ state }) => state !== 'ok' && state !== 'skipped')).toEqual([]);
    expect(report).toMatchObject({ hostname: 'shop.example.com', live: true, publicZone: 'example.com' });
    expect(report.ms).toBeLessThan(20_000);
    expect(await readReport(world.ctx.db, id)).toEqual(report);
    const rows = await world.ctx.db.select().from(auditEvents).where(eq(auditEvents.action, 'doctor.run'));
    expect(rows.map(({ phase }) => phase)).toEqual(['intent', 'outcome']);
    const [row] = await world.ctx.db.select().from(domains).where(eq(domains.id, id));
    expect(row?.fullLookAskedAt).not.toBeNull();
  });
});

describe("a customer's domain", () => {
  it('tells the missing validation record from one with the zone appended', async () => {
    const id = await world.want('www.customer.test');
    await world.customerDns('customer.test', 'A', ['192.0.2.1']);
    const status = await world.run(id, (seen) => seen.records.length > 0);
    const [record] = status.records;
    const first = await runDoctor(world.ctx, id, world.network);
    expect(first.findings.find(({ check }) => check === 'validation-record')).toMatchObject({
      state: 'problem',
      code: 'missing',
      actor: 'tenant',
    });
    await world.customerDns(`${record?.name}.customer.test`, 'CNAME', [record?.value ?? '']);
    const second = await runDoctor(world.ctx, id, world.network);
    const finding = second.findings.find(({ check }) => check === 'validation-record');
    expect(finding).toMatchObject({ state: 'problem', code: 'doubled-suffix', actor: 'tenant' });
    expect(finding?.fix).toContain('.www (in full');
    expect(finding?.message).toContain('www.customer.test');
    expect(finding?.evidence.length).toBeGreaterThan(0);
    expect(second.live).toBe(false);
  });
});
