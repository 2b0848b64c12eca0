import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { Context } from '@/lib/context';
import { auditEvents, rateLimits } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { ActionRequest } from './action-request';
import { defineAction } from './define-action';

const perMinute = 5;
let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  process.env.GATEHOUSE_CHANGES_PER_MINUTE = String(perMinute);
  database = await testDb();
});
afterAll(async () => {
  delete process.env.GATEHOUSE_CHANGES_PER_MINUTE;
  await database.close();
});

const requestOf = (id: number): ActionRequest => ({
  user: {
    id: `00000000-0000-4000-8000-00000000000${id}`,
    email: `user${id}@example.com`,
    name: 'User',
    role: 'administrator',
    tenants: null,
    stages: null,
    sessionId: '00000000-0000-4000-8000-00000000000f',
    method: 'password',
    mustChangePassword: false,
    mustAddSecondFactor: false,
  },
  ip: '192.0.2.1',
  context: async (actor) => ({ db: database.db, actor, now: () => new Date() }) as Context,
});

let done = 0;
const actionFor = (permission: Permission) =>
  defineAction({ name: 'thing.do', permission, input: z.object({}) }, async () => {
    done += 1;
    return { data: undefined, message: 'Done.' };
  });
const change = actionFor('tenants:edit');

it('lets exactly so many of many at once through, says when it goes on, and writes it down once', async () => {
  done = 0;
  const answers = await Promise.all(Array.from({ length: 20 }, () => change.as(requestOf(1), {})));
  expect(done).toBe(perMinute);
  const refusals = answers.filter(({ ok }) => !ok);
  expect(refusals).toHaveLength(20 - perMinute);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      message: 'You made 5 changes within one minute, so this was not done.',
      fix: expect.stringMatching(/^It goes on in \d+ s \(at \d\d:\d\d:\d\d UTC\)\.$/),
    });
  }
  const rows = await database.db.select().from(auditEvents).where(eq(auditEvents.action, 'user.rate-limited'));
  expect(rows).toMatchObject([
    { actorName: 'user1@example.com', result: 'refused', after: { window: 'minute', limit: 5 } },
  ]);
});

it('counts each user alone, and reading not at all', async () => {
  done = 0;
  for (const permission of ['requests:explain', 'gateway:view'] as const) {
    for (let times = 0; times <= perMinute; times += 1) {
      expect(await actionFor(permission).as(requestOf(2), {})).toMatchObject({ ok: true });
    }
  }
  expect(await change.as(requestOf(2), {})).toMatchObject({ ok: true });
  expect(await actionFor('account:own').as(requestOf(1), {})).toMatchObject({ ok: false });
});

it('goes on after the minute, until the hour is used up', async () => {
  done = 0;
  const nextMinute = () =>
    database.db
      .update(rateLimits)
      .set({ expire: new Date(0) })
      .where(eq(rateLimits.key, `mutation-minute:${requestOf(3).user?.id}`));
  for (let times = 0; times < 60; times += 1) {
    await change.as(requestOf(3), {});
    await nextMinute();
  }
  expect(done).toBe(perMinute * 10);
  const last = await change.as(requestOf(3), {});
  expect(last).toMatchObject({ message: 'You made 50 changes within one hour, so this was not done.' });
  expect(last).toMatchObject({ fix: expect.stringMatching(/^It goes on in \d+ minutes /) });
});

it('counts refused calls, of what only looks, too, so that nobody fills the log', async () => {
  const request = requestOf(4);
  const viewer = { ...request, user: request.user && { ...request.user, role: 'viewer' as const } };
  const before = await database.db.$count(auditEvents);
  for (const permission of ['audit:export', 'tenants:edit'] as const) {
    for (let times = 0; times < perMinute; times += 1) await actionFor(permission).as(viewer, {});
  }
  const rows = (await database.db.select().from(auditEvents).orderBy(auditEvents.id)).slice(before);
  const written = [...Array.from({ length: perMinute }, () => 'user.action-refused'), 'user.rate-limited'];
  expect(rows.map(({ action }) => action)).toEqual(written);
});
