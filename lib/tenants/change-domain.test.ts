import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import type { Context } from '@/lib/context';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { changeHostname } from './change-hostname';
import { moveDomain } from './move-domain';
import { readSuccession } from './read-succession';
import { retirePredecessor } from './retire-predecessor';
import { refusedFields } from './testing/test-world';

let world: World;
let ctx: Context;
beforeAll(async () => {
  world = await startWorld({ seed: true });
  const id = '00000000-0000-4000-8000-00000000000a';
  ctx = { ...world.ctx, actor: { kind: 'user', id, name: 'op@example.com', ip: null } };
  await ctx.db.insert(tenants).values({ slug: 'other', name: 'The Other' });
});
afterAll(() => world.stop());

const slugOf = (hostname: string) => hostname.replaceAll('.', '-');

describe('moving a domain to another tenant', () => {
  it('keeps it serving, has the tags follow and tells both stories', async () => {
    const id = await world.want('shop.example.com');
    await world.run(id, 'Live');
    const before = await world.row(id);
    expect(await moveDomain(ctx, { domainId: id, to: 'other' })).toEqual({
      hostname: 'shop.example.com',
      tenant: 'The Other',
      slug: 'other',
    });
    expect((await world.pass(id)).headline).toBe('Live');
    const after = await world.row(id);
    expect(after).toMatchObject({
      certificateArn: before?.certificateArn,
      gatewayDomainName: before?.gatewayDomainName,
      headline: 'Live',
    });
    const tags = { 'gatehouse:tenant': 'other', 'gatehouse:tenant-name': 'The Other', 'gatehouse:domain': id };
    expect((await getDomainName(world.aws, 'shop.example.com'))?.tags).toMatchObject(tags);
    expect((await describeCertificate(world.aws, after?.certificateArn ?? ''))?.tags).toMatchObject(tags);
    expect((await world.actions('other')).map(({ action }) => action)).toEqual([
      'domain.moved',
      'domain.tagged',
      'domain.tagged',
      'domain.tagged',
      'domain.tagged',
    ]);
    expect((await world.actions(slugOf('shop.example.com'))).at(-1)).toMatchObject({
      action: 'domain.moved',
      before: { tenant: 'shop-example-com' },
      after: {},
    });
    // Once they are right they are left alone.
    await world.pass(id);
    expect((await world.actions('other')).length).toBe(5);
  });

  it('refuses what makes no sense', async () => {
    const id = await world.idOf('shop.example.com');
    expect(await refusedFields(moveDomain(ctx, { domainId: id, to: 'nobody' }))).toHaveProperty('to');
    expect(await refusedFields(moveDomain(ctx, { domainId: id, to: 'other' }))).toHaveProperty('to');
    await expect(moveDomain(ctx, { domainId: randomUUID(), to: 'other' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('changing a hostname', () => {
  const form = (domainId: string, hostname: string, confirmHostname = '') => ({
    domainId,
    hostname,
    certificate: 'dedicated',
    confirmHostname,
    submissionId: randomUUID(),
  });

  it('makes the new one first, and removes the old one only when somebody says so', async () => {
    const id = await world.want('old.example.com', { basePaths: ['api', 'web'] });
    await world.run(id, 'Live');
    await syncInventory(ctx);
    const input = form(id, 'New.Example.com');
    expect(await changeHostname(ctx, input, world.network)).toMatchObject({ hostname: 'new.example.com' });
    expect(await changeHostname(ctx, input, world.network)).toMatchObject({ hostname: 'new.example.com' });
    const paths = await ctx.db.select().from(domainMappings).where(eq(domainMappings.domainId, input.submissionId));
    expect(paths.map(({ basePath, stage }) => [basePath, stage])).toEqual([
      ['api', 'prod'],
      ['web', 'prod'],
    ]);
    await expect(changeHostname(ctx, form(id, 'third.example.com'), world.network)).rejects.toMatchObject({
      code: 'conflict',
    });
    const retire = { domainId: id, confirmHostname: 'old.example.com' };
    await expect(retirePredecessor(ctx, retire)).rejects.toMatchObject({ code: 'conflict' });
    await world.run(input.submissionId, 'Live');
    expect((await world.pass(id)).headline).toBe('Live');
    expect(await readSuccession(ctx.db, id, null)).toMatchObject({ successor: { hostname: 'new.example.com' } });
    expect(await readSuccession(ctx.db, input.submissionId, null)).toMatchObject({
      predecessor: { hostname: 'old.example.com' },
    });
    expect(await readSuccession(ctx.db, id, ['nobody'])).toEqual({ successor: null, predecessor: null });
    expect(await refusedFields(retirePredecessor(ctx, { ...retire, confirmHostname: 'old' }))).toHaveProperty(
      'confirmHostname',
    );
    expect(await retirePredecessor(ctx, retire)).toMatchObject({ hostname: 'old.example.com' });
    await world.run(id, 'Gone');
    expect(await ctx.db.$count(domains, eq(domains.id, id))).toBe(0);
    expect((await world.pass(input.submissionId)).headline).toBe('Live');
    const actions = (await world.actions('old-example-com')).map(({ action }) => action);
    expect(actions).toContain('domain.successor-added');
    expect(actions).toContain('domain.removal-requested');
  });

  it('judges the new name as the form does, at the one field there is', async () => {
    const id = await world.idOf('shop.example.com');
    const refused = (hostname: string) => refusedFields(changeHostname(ctx, form(id, hostname), world.network));
    expect(await refused('a b.example.com')).toHaveProperty('hostname');
    expect(await refused('new.example.com')).toHaveProperty('hostname');
    await world.customerDns('busy.example.org', 'CNAME', ['shop.hoster.example']);
    expect(await refused('busy.example.org')).toHaveProperty('confirmHostname');
  });
});
