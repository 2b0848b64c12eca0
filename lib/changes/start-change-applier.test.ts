import { hostname } from 'node:os';
import pino from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readProgress } from '@/lib/changes/read-progress';
import { startChangeApplier } from '@/lib/changes/start-change-applier';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { setHeader } from '@/lib/changes/testing/edits';
import { changeSets } from '@/lib/db/schema';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());

const log = pino({ level: 'silent' });
const start = (longestSleepMs = 60_000) =>
  startChangeApplier({ getContext: async () => world.olga, log, longestSleepMs });

const request = (name: string) => world.request([setHeader('/service1', name, "'1'")]);

const done = (number: number) =>
  vi.waitFor(async () => expect(await readProgress(world.db, number)).toMatchObject({ state: 'applied' }), {
    timeout: 30_000,
  });

it('applies what is asked for at once, for it is woken, and ends in good order', async () => {
  const loops = [start(), start()];
  await done(await request('X-First'));
  await done(await request('X-Second'));
  await Promise.all(loops.map((loop) => loop.stop()));
  const left = await request('X-Third');
  expect(await readProgress(world.db, left)).toMatchObject({ state: 'applying', steps: [] });
  await vi.waitFor(async () => expect((await world.row(left)).leaseOwner).toBeNull());
  const next = start();
  await done(left);
  await next.stop();
});

it('goes on at once with what a killed process of this machine left', async () => {
  const number = await request('X-Killed');
  // No process has this number.
  const lease = { leaseOwner: `${hostname()}/4194999/dead`, leaseUntil: new Date(Date.now() + 20_000) };
  await world.db.update(changeSets).set(lease);
  const loop = start();
  await done(number);
  await loop.stop();
});

it('tries again by itself when AWS was away, and bears a database that is away', async () => {
  await world.box.fault({ service: 'apigateway', operation: 'UpdateIntegration', kind: 'html', status: 502, count: 2 });
  let broken = 1;
  const loop = startChangeApplier({
    getContext: async () => {
      broken -= 1;
      if (broken >= 0) throw new Error('no database');
      return world.olga;
    },
    log,
  });
  const number = await request('X-Patient');
  await done(number);
  await loop.stop();
  const failed = (await world.steps(number)).filter(({ state }) => state === 'failed');
  expect(failed).toMatchObject([{ operation: 'UpdateIntegration', failure: expect.stringContaining('not AWS') }]);
});
