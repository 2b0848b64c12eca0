import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domains, tenants } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { addDomain } from '@/lib/tenants/add-domain';
import { changeHostname } from '@/lib/tenants/change-hostname';
import { moveDomain } from '@/lib/tenants/move-domain';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import { goodForm, type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const onboard = async (slug: string, label = slug) => {
  await onboardTenant(world.ctx, goodForm({ slug, label, name: slug }), world.network);
  const [row] = await world.ctx.db
    .select()
    .from(domains)
    .where(eq(domains.hostname, `${label}.example.com`));
  return row?.id ?? '';
};
const remove = (slug: string) => removeTenant(world.ctx, { slug, confirmSlug: slug });
const add = (slug: string, label: string, network = world.network) => {
  const { name: _name, contactEmail: _email, ...domain } = goodForm({ slug, label });
  return addDomain(world.ctx, domain, network);
};
const change = (domainId: string, hostname: string, network = world.network) => {
  const form = { certificate: 'dedicated', confirmHostname: '', submissionId: randomUUID() };
  return changeHostname(world.ctx, { ...form, domainId, hostname }, network);
};

/** A network whose DNS takes as long as `meanwhile` does. */
function slow(meanwhile: () => Promise<unknown>): Network {
  const { resolver } = world.network;
  let done: Promise<unknown> | null = null;
  const a = async (name: string) => {
    done ??= meanwhile();
    await done;
    return resolver.a(name);
  };
  return { ...world.network, resolver: { ...resolver, a } };
}

/** Domains that nobody takes away with their tenant. */
const leftBehind = () =>
  world.ctx.db
    .select({ hostname: domains.hostname })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(isNotNull(tenants.removalRequestedAt), eq(domains.intent, 'present')));

describe('a tenant whose removal is asked for while a domain of theirs is being added', () => {
  it('gets none, and who adds it is told', async () => {
    await onboard('leaving');
    await expect(
      add(
        'leaving',
        'late',
        slow(() => remove('leaving')),
      ),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'leaving is being removed.',
    });
    expect(await leftBehind()).toEqual([]);
  });

  it('gets no new hostname either, nor does a domain that has moved or is being changed by somebody else', async () => {
    const id = await onboard('changing');
    await expect(
      change(
        id,
        'renamed.example.com',
        slow(() => remove('changing')),
      ),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'changing is being removed.',
    });
    const moving = await onboard('moving');
    await onboard('target');
    const moved = slow(() => moveDomain(world.ctx, { domainId: moving, to: 'target' }));
    await expect(change(moving, 'moved.example.com', moved)).rejects.toMatchObject({
      code: 'conflict',
      message: 'moving.example.com has just moved to another tenant.',
    });
    const twice = slow(() => change(moving, 'faster.example.com'));
    await expect(change(moving, 'slower.example.com', twice)).rejects.toMatchObject({
      message: 'faster.example.com takes the place of moving.example.com already.',
    });
    expect(await leftBehind()).toEqual([]);
  });

  it('whoever is faster, no domain stays behind', { timeout: 60_000 }, async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 16; round += 1) {
      const slug = `race-${round}`;
      await onboard(slug);
      const later = async () => {
        await sleep(round * 2);
        return remove(slug);
      };
      const [added, removed] = await Promise.allSettled([add(slug, `${slug}-more`), later()]);
      expect(removed.status).toBe('fulfilled');
      if (added.status === 'rejected') expect(added.reason).toMatchObject({ message: `${slug} is being removed.` });
      outcomes.add(added.status);
    }
    expect(await leftBehind()).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(0);
  });
});
