import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBasePathMapping } from '@/lib/aws/api-gateway/create-base-path-mapping';
import { createDomainName } from '@/lib/aws/api-gateway/create-domain-name';
import type { Context } from '@/lib/context';
import { auditEvents, batchRows, domains, tenants, users } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { readInventory } from '@/lib/inventory/read-inventory';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { removeDomain } from '@/lib/offboarding/remove-domain';
import { handOver } from './hand-over';
import type { BatchInput } from './model';
import { readBatch } from './read-batch';
import { readDefaults } from './read-defaults';
import { readRows } from './read-rows';
import { runBatches } from './run-batches';
import { startBatch } from './start-batch';
import { cancelBatch, pauseBatch, resumeBatch, retryBatch } from './steer-batch';

let world: World;
let ctx: Context;
beforeAll(async () => {
  world = await startWorld({ seed: true });
  const certificate = (await readInventory(world.ctx.db, 'certificate')).find(
    (one) => one.domainName === '*.example.com',
  );
  const wildcard = { name: '*.example.com', certificateArn: certificate?.arn ?? '', tags: {} };
  await createDomainName(world.aws, wildcard);
  const mapping = { domainName: '*.example.com', basePath: '', restApiId: world.restApiId, stage: 'prod' };
  await createBasePathMapping(world.aws, mapping);
  await syncInventory(world.ctx);
  const id = '00000000-0000-4000-8000-00000000000a';
  await world.ctx.db.insert(users).values({ id, email: 'op@example.com', name: 'Op', role: 'operator' });
  ctx = { ...world.ctx, actor: { kind: 'user', id, name: 'op@example.com', ip: null }, correlationId: randomUUID() };
});
afterAll(() => world.stop());

const input = (host: string, over: Partial<BatchInput> = {}): BatchInput => ({
  name: `Tenant ${host}`,
  slug: '',
  contactEmail: '',
  hostname: `${host}.example.com`,
  certificate: 'dedicated',
  basePath: '',
  stage: 'prod',
  confirm: '',
  ...over,
});

async function begin(inputs: BatchInput[]) {
  const lines = inputs.map((one, index) => ({ line: index + 2, input: one }));
  const submissionId = randomUUID();
  const start = () =>
    startBatch(ctx, { submissionId, fileName: 'tenants.csv', lines, expected: lines.length }, world.network);
  const { number } = await start();
  return { number, id: submissionId, again: start };
}

const look = () => runBatches(world.ctx, { network: world.network });
const statesOf = async (number: number) => (await readBatch(ctx, number)).rows.map(({ state }) => state);
const actionsOf = async (number: number) => {
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.resourceId, String(number)))
    .orderBy(asc(auditEvents.id));
  return rows.filter(({ resourceType }) => resourceType === 'batch');
};

async function reconcileAll(number: number) {
  const view = await readBatch(ctx, number);
  for (const { hostname, state } of view.rows) {
    if (state === 'working') await world.run(await world.idOf(hostname), 'Live');
  }
}

it('a row served by a wildcard needs no CreateDomainName and is live in seconds', async () => {
  const before = (await world.calls('CreateDomainName')).length;
  const { number, again } = await begin([
    input('w1', { certificate: 'wildcard' }),
    input('w2', { certificate: 'wildcard' }),
    input('w3', { certificate: 'wildcard', name: 'Tenant w1' }),
  ]);
  expect(await again()).toMatchObject({ number });
  const started = Date.now();
  await look();
  expect(await statesOf(number)).toEqual(['working', 'working', 'working']);
  await reconcileAll(number);
  await look();
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(await readBatch(ctx, number)).toMatchObject({ state: 'finished', counts: { live: 3 }, eta: null });
  expect((await world.calls('CreateDomainName')).length).toBe(before);
  // The third row is another domain of the first one's tenant.
  expect(await ctx.db.$count(tenants, eq(tenants.slug, 'tenant-w1'))).toBe(1);
  const events = await actionsOf(number);
  expect(events.map(({ action }) => action)).toEqual(['batch.started', 'batch.finished']);
  expect(events.map(({ correlationId }) => correlationId)).toEqual([ctx.correlationId, ctx.correlationId]);
  const [onboarded] = await world.actions('tenant-w2');
  expect(onboarded).toMatchObject({
    action: 'tenant.onboarded',
    actorName: 'op@example.com',
    correlationId: ctx.correlationId,
  });
});

it('keeps only so many ahead of CreateDomainName, pauses, resumes and cancels the rest', async () => {
  const slow = { ...world.ctx, aws: world.door({ quotaScale: 1 }) };
  const { number, id } = await begin(Array.from({ length: 12 }, (_, index) => input(`d${index}`)));
  await pauseBatch(ctx, number);
  await runBatches(slow, { network: world.network });
  expect(await statesOf(number)).not.toContain('working');
  expect(await readBatch(ctx, number)).toMatchObject({ state: 'paused', counts: { waiting: 12 } });
  await resumeBatch(ctx, number);
  await runBatches(slow, { network: world.network });
  await runBatches(slow, { network: world.network });
  expect((await readBatch({ ...ctx, aws: slow.aws }, number)).counts).toMatchObject({ working: 8, waiting: 4 });
  const { eta } = await readBatch({ ...ctx, aws: slow.aws }, number);
  // 11 intervals after the first certificate, which is expected in 3 minutes.
  expect(eta).toMatchObject({ slots: 12, othersSlots: 0 });
  expect((eta?.inMs ?? 0) / 60_000).toBeGreaterThan(8.5);
  expect((eta?.inMs ?? 0) / 60_000).toBeLessThan(11);
  await cancelBatch(ctx, number);
  expect((await readBatch(ctx, number)).counts).toMatchObject({ working: 8, cancelled: 4 });
  await expect(cancelBatch(ctx, number)).rejects.toMatchObject({ code: 'conflict' });
  // Whoever dies between the onboarding and the note of it does it once more, and makes nothing twice.
  const [row] = await readRows(ctx.db, [id]);
  const tenantsBefore = await ctx.db.$count(tenants);
  if (row) expect(await handOver(ctx, row, await readDefaults(ctx.db), world.network)).toBe(row.domainId);
  expect(await ctx.db.$count(tenants)).toBe(tenantsBefore);
  await reconcileAll(number);
  await look();
  expect(await readBatch(ctx, number)).toMatchObject({ state: 'finished', counts: { live: 8, cancelled: 4 } });
  expect((await actionsOf(number)).map(({ action }) => action)).toEqual([
    'batch.started',
    'batch.paused',
    'batch.resumed',
    'batch.cancelled',
    'batch.finished',
  ]);
  slow.aws.close();
});

it("doesn't wait for tenants, and tries again what failed", async () => {
  const { number, id } = await begin([
    input('x', { hostname: 'shop.customer.example', name: 'Customer' }),
    input('late'),
  ]);
  // Somebody else takes the slug meanwhile.
  const [thief] = await ctx.db.insert(tenants).values({ slug: 'tenant-late', name: 'Thief' }).returning();
  await look();
  await world.run(await world.idOf('shop.customer.example'), 'Waiting for tenant');
  await look();
  expect(await statesOf(number)).toEqual(['tenant', 'failed']);
  expect(await readBatch(ctx, number)).toMatchObject({
    state: 'finished',
    rows: [{}, { sentence: 'The tenant Thief has this slug by now.' }],
  });
  await ctx.db.delete(tenants).where(eq(tenants.id, thief?.id ?? ''));
  await retryBatch(ctx, number);
  await look();
  expect(await statesOf(number)).toEqual(['tenant', 'working']);
  await reconcileAll(number);
  await look();
  expect(await statesOf(number)).toEqual(['tenant', 'live']);
  expect(await ctx.db.$count(batchRows, eq(batchRows.batchId, id))).toBe(2);
});

it('gives a tenant that stayed its domain anew, once that is gone', async () => {
  const { number } = await begin([input('again', { certificate: 'wildcard' })]);
  await look();
  await reconcileAll(number);
  const id = await world.idOf('again.example.com');
  const [tenant] = await ctx.db.select().from(tenants).where(eq(tenants.slug, 'tenant-again'));
  await removeDomain(ctx, { domainId: id, confirmHostname: 'again.example.com' });
  // Not yet gone: in words, instead of a row that follows what is leaving.
  const [row] = await ctx.db.select().from(batchRows).where(eq(batchRows.domainId, id));
  const handedOver = async () => (row ? handOver(ctx, row, await readDefaults(ctx.db), world.network) : '');
  await expect(handedOver()).rejects.toMatchObject({ message: 'again.example.com is being removed.' });
  await world.run(id, 'Gone');
  await look();
  expect(await readBatch(ctx, number)).toMatchObject({ rows: [{ sentence: 'Its domain was removed meanwhile.' }] });
  await retryBatch(ctx, number);
  await look();
  await reconcileAll(number);
  await look();
  expect(await statesOf(number)).toEqual(['live']);
  const [after] = await ctx.db.select().from(domains).where(eq(domains.hostname, 'again.example.com'));
  expect(after).toMatchObject({ tenantId: tenant?.id, headline: 'Live' });
  expect(await handedOver()).toBe(after?.id);
});
