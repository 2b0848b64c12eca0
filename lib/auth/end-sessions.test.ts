import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEvents, sessions, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { endSessions } from './end-sessions';

let database: Awaited<ReturnType<typeof testDb>>;
let ids: { olga: string; dan: string };

beforeAll(async () => {
  database = await testDb();
  const [olga, dan] = await database.db
    .insert(users)
    .values([
      { email: 'olga@example.com', name: 'Olga', role: 'operator' },
      { email: 'dan@example.com', name: 'Dan', role: 'viewer' },
    ])
    .returning();
  ids = { olga: olga?.id ?? '', dan: dan?.id ?? '' };
});
afterAll(() => database.close());

const open = async (userId: string) => {
  const [row] = await database.db
    .insert(sessions)
    .values({ userId, method: 'password', expiresAt: new Date(Date.now() + 60_000), idToken: 'sealed' })
    .returning();
  return row?.id ?? '';
};
const ctx = () => ({
  db: database.db,
  now: () => new Date(),
  actor: { kind: 'user', id: ids.olga, name: 'olga@example.com', ip: null } as const,
});

it("ends a user's sessions but the one excepted, nobody else's, and writes it down once", async () => {
  const [mine, other, dans] = [await open(ids.olga), await open(ids.olga), await open(ids.dan)];
  expect(await endSessions(ctx(), ids.olga, 'signed-out-elsewhere', { except: mine })).toBe(1);
  const rows = Object.fromEntries((await database.db.select().from(sessions)).map((row) => [row.id, row]));
  expect(rows[other]).toMatchObject({ endReason: 'signed-out-elsewhere', endedAt: expect.any(Date), idToken: null });
  expect(rows[mine]).toMatchObject({ endReason: null, endedAt: null, idToken: 'sealed' });
  expect(rows[dans]).toMatchObject({ endedAt: null });
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.action, 'user.sessions-ended'));
  expect(events).toMatchObject([
    { resourceId: 'olga@example.com', after: { count: 1, reason: 'signed-out-elsewhere' } },
  ]);
});

it('does nothing, and writes nothing, where nothing is open', async () => {
  await endSessions(ctx(), ids.dan, 'revoked');
  const before = await database.db.$count(auditEvents);
  expect(await endSessions(ctx(), ids.dan, 'revoked')).toBe(0);
  expect(await database.db.$count(auditEvents)).toBe(before);
});
