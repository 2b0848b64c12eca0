import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvents, sessions, settings, tenants, users, userTenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { listSessions } from './list-sessions';
import { readSession } from './read-session';
import { policyKey } from './sign-in-policy';
import { startSession } from './start-session';

let database: Awaited<ReturnType<typeof testDb>>;
let userId: string;
let sessionId: string;
const begun = new Date('2026-01-05T08:00:00Z');
const minute = 60_000;
const limits = { idleMs: 30 * minute };
const absoluteMs = 120 * minute;
const at = (minutes: number) => ({ db: database.db, now: () => new Date(begun.getTime() + minutes * minute) });
const read = (minutes: number, options: { touch?: boolean } = {}) =>
  readSession(at(minutes), { userId, sessionId }, { ...limits, ...options });

beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(tenants);
  const [user] = await database.db
    .insert(users)
    .values({ email: 'olga@example.com', name: 'Olga', role: 'operator' })
    .returning();
  userId = user?.id ?? '';
  const beginning = { userId, method: 'password', ip: '192.0.2.1', userAgent: 'curl/8' } as const;
  ({ sessionId } = await startSession(at(0), beginning, absoluteMs));
});

it('answers who a session belongs to, with what limits them', async () => {
  const [tenant] = await database.db.insert(tenants).values({ slug: 'acme', name: 'Acme' }).returning();
  await database.db.insert(userTenants).values({ userId, tenantId: tenant?.id ?? '' });
  await database.db.update(users).set({ allTenants: false, deployStages: ['prod'] });
  expect(await read(1)).toEqual({
    id: userId,
    email: 'olga@example.com',
    name: 'Olga',
    role: 'operator',
    tenants: ['acme'],
    stages: ['prod'],
    sessionId,
    method: 'password',
    mustChangePassword: false,
    mustAddSecondFactor: false,
  });
});

it('ends after the idle limit, which every use pushes out', async () => {
  expect(await read(29)).not.toBeNull();
  expect(await read(58)).not.toBeNull();
  expect(await read(88)).toBeNull();
});

it('ends at the absolute limit however much it is used', async () => {
  for (let minutes = 20; minutes < 120; minutes += 20) expect(await read(minutes)).not.toBeNull();
  expect(await read(121)).toBeNull();
});

it('takes polling in the background for no use', async () => {
  expect(await read(29, { touch: false })).not.toBeNull();
  expect(await read(31)).toBeNull();
});

it('writes use down once a minute at most', async () => {
  const lastSeen = async () =>
    (await database.db.select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.lastSeenAt.getTime();
  await read(0.5);
  expect(await lastSeen()).toBe(begun.getTime());
  await read(2);
  expect(await lastSeen()).toBe(begun.getTime() + 2 * minute);
});

it.each([
  ['ended', () => database.db.update(sessions).set({ endedAt: begun })],
  ['of a disabled user', () => database.db.update(users).set({ disabledAt: begun })],
])('refuses a session that is %s', async (_, change) => {
  await change();
  expect(await read(1)).toBeNull();
});

it("refuses a session under another user's id", async () => {
  const [other] = await database.db
    .insert(users)
    .values({ email: 'dan@example.com', name: 'Dan', role: 'administrator' })
    .returning();
  expect(await readSession(at(1), { userId: other?.id ?? '', sessionId }, limits)).toBeNull();
});

it('says what has to be set up first, of who signed in with a password', async () => {
  await database.db.update(users).set({ mustChangePassword: true });
  await database.db.insert(settings).values({ key: policyKey, value: { secondFactor: 'required' } });
  expect(await read(1)).toMatchObject({ mustChangePassword: true, mustAddSecondFactor: true });
  await database.db.update(users).set({ totpEnabledAt: begun });
  expect(await read(1)).toMatchObject({ mustAddSecondFactor: false });
  await database.db.update(users).set({ totpEnabledAt: null });
  await database.db.update(sessions).set({ method: 'oidc' });
  expect(await read(1)).toMatchObject({ mustChangePassword: false, mustAddSecondFactor: false });
  await database.db.delete(settings);
});

it('lists the sessions that would be let in, and writes each sign-in down', async () => {
  const beginning = { userId, method: 'oidc', ip: null, userAgent: null } as const;
  const second = await startSession(at(10), beginning, absoluteMs);
  const ids = async (minutes: number) => (await listSessions(at(minutes), userId, limits.idleMs)).map(({ id }) => id);
  expect(await ids(20)).toEqual([second.sessionId, sessionId]);
  expect(await ids(35)).toEqual([second.sessionId]);
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.actorId, userId));
  expect(events).toMatchObject([
    { action: 'user.signed-in', ip: '192.0.2.1', after: { method: 'password' } },
    { action: 'user.signed-in', ip: null, after: { method: 'oidc' } },
  ]);
});
