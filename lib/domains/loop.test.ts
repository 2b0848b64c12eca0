import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, isNull, not } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { domains } from '@/lib/db/schema';
import { startReconciler } from '@/lib/domains/loop';
import type { Headline } from '@/lib/domains/model';
import { leaseOwner } from '@/lib/domains/release-dead-leases';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { wakeReconciler } from '@/lib/domains/wake';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const log = { error: () => {}, warn: () => {} };

/** Asks for a check of everything, as an impatient operator would, until all have the headline. */
async function hurry(headline: Headline | null, patienceMs = 60_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const rows = await world.ctx.db.select({ headline: domains.headline }).from(domains);
    if (headline === null ? rows.length === 0 : rows.every((row) => row.headline === headline)) return;
    if (Date.now() > deadline) throw new Error(`in time only ${rows.map((row) => row.headline).join(', ')}`);
    await world.ctx.db.update(domains).set({ nextCheckAt: new Date() });
    wakeReconciler();
    await sleep(50);
  }
}

describe('the reconciler', () => {
  it('brings several domains to Live with two replicas at work, survives outages, and removes them', {
    timeout: 200_000,
  }, async () => {
    let outages = 3;
    const getContext = async () => {
      if (outages-- > 0) throw new Error('the database is away');
      return world.ctx;
    };
    const ids = await Promise.all([1, 2, 3].map((n) => world.want(`loop${n}.example.com`)));
    const [first] = ids;
    const replicas = [1, 2].map(() => startReconciler({ getContext, log, concurrency: 2, network: world.network }));
    await hurry('Live');
    expect(await listCertificates(world.aws)).toHaveLength(3);

    // A replica that died holds a lease that has run out, and one that lives holds one that has not.
    const isFirst = eq(domains.id, first ?? '');
    const alive = { leaseOwner: 'alive', leaseUntil: new Date(Date.now() + 60_000) };
    // Between two passes: one in hand would go on.
    const between = and(isFirst, isNull(domains.leaseOwner));
    while ((await world.ctx.db.update(domains).set(alive).where(between).returning()).length === 0) await sleep(5);
    const dead = { leaseOwner: 'dead', leaseUntil: new Date(Date.now() - 1000) };
    await world.ctx.db.update(domains).set(dead).where(not(isFirst));
    for (const id of ids) await world.wantAbsent(id);
    await hurry('Offboarding', 500).catch(() => undefined);
    expect(await world.row(first ?? '')).toMatchObject({ headline: 'Live', leaseOwner: 'alive' });
    await world.ctx.db.update(domains).set({ leaseOwner: null, leaseUntil: null });
    await hurry(null);
    await Promise.all(replicas.map((replica) => replica.stop()));
    expect(await listCertificates(world.aws)).toEqual([]);
  });

  it('stops at once when it sleeps, and gives back the lease of a pass in hand', async () => {
    const id = await world.want('stop.example.com');
    const longestSleepMs = 300_000;
    const reconciler = startReconciler({
      getContext: async () => world.ctx,
      log,
      network: world.network,
      longestSleepMs,
    });
    while ((await world.row(id))?.certificateArn == null) await sleep(20);
    const started = performance.now();
    await reconciler.stop();
    expect(performance.now() - started).toBeLessThan(longestSleepMs / 10);
    expect(await world.row(id)).toMatchObject({ leaseOwner: null });
    const before = (await world.row(id))?.status;
    await sleep(300);
    expect((await world.row(id))?.status).toEqual(before);
  });

  it('takes over at once what a killed process of this machine held', async () => {
    const id = await world.want('killed.example.com');
    const dead = leaseOwner('x').replace(`/${process.pid}/`, '/999999999/');
    await world.ctx.db
      .update(domains)
      .set({ leaseOwner: dead, leaseUntil: new Date(Date.now() + 60_000) })
      .where(eq(domains.id, id));
    const reconciler = startReconciler({ getContext: async () => world.ctx, log, network: world.network });
    while ((await world.row(id))?.certificateArn == null) await sleep(20);
    await reconciler.stop();
  });
});
