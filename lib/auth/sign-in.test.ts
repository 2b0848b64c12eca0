import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEvents, rateLimits, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { hashPassword } from './password';
import { signIn } from './sign-in';
import { takeProviderFailure, takeSignInTry } from './sign-in-limits';
import { startSession } from './start-session';

let database: Awaited<ReturnType<typeof testDb>>;
const password = 'correct horse battery staple';

beforeAll(async () => {
  database = await testDb();
  const passwordHash = await hashPassword(password);
  await database.db.insert(users).values([
    { email: 'olga@example.com', name: 'Olga', role: 'operator', passwordHash },
    { email: 'dan@example.com', name: 'Dan', role: 'viewer', passwordHash, disabledAt: new Date() },
    { email: 'ivan@example.com', name: 'Ivan', role: 'viewer' },
    { email: 'lea@example.com', name: 'Lea', role: 'viewer', passwordHash },
  ]);
});
afterAll(() => database.close());

const attempt = (email: string, typed: string, ip = '192.0.2.1') =>
  signIn({ db: database.db, now: () => new Date() }, { email, password: typed, ip });

const eventsOf = (email: string) =>
  database.db.select().from(auditEvents).where(eq(auditEvents.resourceId, email)).orderBy(auditEvents.id);

it('lets the right password in, whatever the case of the address, and writes it down', async () => {
  const { userId, secondFactor } = await attempt(' OLGA@Example.com ', password);
  expect(secondFactor).toBe(false);
  await startSession(
    { db: database.db, now: () => new Date(), correlationId: 'attempt-1' },
    { userId, method: 'password', ip: '192.0.2.1', userAgent: 'curl/8' },
  );
  expect(await eventsOf('olga@example.com')).toMatchObject([
    { action: 'user.signed-in', result: 'ok', actorId: userId, ip: '192.0.2.1', correlationId: 'attempt-1' },
  ]);
  const [row] = await database.db.select().from(users).where(eq(users.id, userId));
  expect(row?.lastSignInAt).toBeInstanceOf(Date);
});

it.each([
  ['a wrong password', 'lea@example.com', 'nope'],
  ['an unknown address', 'nobody@example.com', password],
  ['an account without a password', 'ivan@example.com', password],
  ['a disabled account', 'dan@example.com', password],
])('refuses %s with the same sentence and writes the reason down', async (_, email, typed) => {
  await expect(attempt(email, typed, '192.0.2.2')).rejects.toMatchObject({
    code: 'invalid',
    message: 'Email and password do not belong together.',
  });
  const [event] = await eventsOf(email);
  expect(event).toMatchObject({ action: 'user.sign-in-refused', result: 'refused' });
  expect(JSON.stringify(event)).not.toContain(typed);
});

it('refuses after five failures from one address, says when to come back, and lets others in meanwhile', async () => {
  for (let count = 0; count < 5; count++) {
    await expect(attempt('lea@example.com', 'nope', '192.0.2.3')).rejects.toMatchObject({ code: 'invalid' });
  }
  await expect(attempt('lea@example.com', password, '192.0.2.3')).rejects.toMatchObject({
    code: 'limit',
    options: { fix: expect.stringMatching(/^Try again in 15 minutes \(at \d\d:\d\d UTC\)\.$/) },
  });
  await expect(attempt('lea@example.com', password, '192.0.2.4')).resolves.toMatchObject({ secondFactor: false });
});

it('does not let guesses in parallel slip through', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () => attempt('olga@example.com', 'nope', '192.0.2.5')),
  );
  const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'in'));
  expect(codes.filter((code) => code === 'invalid')).toHaveLength(5);
  expect(codes.filter((code) => code === 'limit')).toHaveLength(7);
});

it('writes a closed door down once, not for every knock', async () => {
  for (let count = 0; count < 9; count++) await attempt('knocker@example.com', 'nope', '192.0.2.7').catch(() => {});
  const messages = (await eventsOf('knocker@example.com')).map(({ message }) => message);
  expect(messages).toEqual([...Array(5).fill('No such account.'), 'Too many failures.']);
});

it('stops one address that tries many accounts, and no other address', async () => {
  const codes: string[] = [];
  for (let count = 0; count < 101; count++) {
    codes.push(
      await takeSignInTry(database.db, `user-${count}@example.com`, '192.0.2.8').then(({ waitMs }) =>
        waitMs ? 'no' : 'yes',
      ),
    );
  }
  expect(codes.indexOf('no')).toBe(100);
  expect(await takeSignInTry(database.db, 'user-101@example.com', '192.0.2.9')).toMatchObject({ waitMs: 0 });
});

it('takes all addresses of one IPv6 network for one', async () => {
  for (let count = 0; count < 5; count++) {
    await expect(attempt('lea@example.com', 'nope', `2001:db8:0:1::${count}`)).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  await expect(attempt('lea@example.com', password, '2001:db8::1:f:0:0:1')).rejects.toMatchObject({ code: 'limit' });
  await expect(attempt('lea@example.com', password, '2001:db8:0:2::1')).resolves.toHaveProperty('userId');
});

it('counts the failed answers of identity providers by address, too', async () => {
  const written: boolean[] = [];
  for (let count = 0; count < 21; count++) {
    written.push((await takeProviderFailure(database.db, '192.0.2.20')).waitMs === 0);
  }
  expect(written.lastIndexOf(true)).toBe(19);
});

it('counts afresh after a success', async () => {
  for (let round = 0; round < 3; round++) {
    await expect(attempt('olga@example.com', 'nope', '192.0.2.6')).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt('olga@example.com', 'nope', '192.0.2.6')).rejects.toMatchObject({ code: 'invalid' });
    await attempt('olga@example.com', password, '192.0.2.6');
  }
});

it('keeps the counters in the database, for all replicas and over restarts', async () => {
  const before = await database.db.$count(rateLimits);
  await expect(attempt('new@example.com', 'nope', '192.0.2.50')).rejects.toMatchObject({ code: 'invalid' });
  expect(await database.db.$count(rateLimits)).toBe(before + 3);
});
