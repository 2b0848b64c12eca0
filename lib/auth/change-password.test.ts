import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { auditEvents, rateLimits, sessions, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { changePassword } from './change-password';
import { hashPassword, verifyPassword } from './password';
import { resetPassword } from './reset-password';

let database: Awaited<ReturnType<typeof testDb>>;
let passwordHash: string;
let olga: { id: string; email: string; name: string; sessionId: string };
const currentPassword = 'correct horse battery staple';
const newPassword = 'eleven blue umbrellas';

beforeAll(async () => {
  database = await testDb();
  passwordHash = await hashPassword(currentPassword);
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(rateLimits);
  const [user] = await database.db
    .insert(users)
    .values({
      email: 'olga@example.com',
      name: 'Olga Petrova',
      role: 'operator',
      passwordHash,
      mustChangePassword: true,
      totpSecret: 'sealed',
      totpEnabledAt: new Date(),
    })
    .returning();
  const id = user?.id ?? '';
  const expiresAt = new Date(Date.now() + 60_000);
  const open = { userId: id, method: 'password' as const, expiresAt };
  const [session] = await database.db.insert(sessions).values([open, open]).returning();
  olga = { id, email: 'olga@example.com', name: 'Olga Petrova', sessionId: session?.id ?? '' };
});

const ctx = () => {
  const actor = { kind: 'user', id: olga.id, name: olga.email, ip: null } as const;
  return { db: database.db, now: () => new Date(), actor } as unknown as Context;
};
const read = async () => (await database.db.select().from(users))[0];

it('changes the password, ends all other sessions, and asks for no other change', async () => {
  expect(await changePassword(ctx(), olga, { currentPassword, newPassword })).toEqual({ ended: 1 });
  const user = await read();
  expect(user).toMatchObject({ mustChangePassword: false, passwordChangedAt: expect.any(Date) });
  expect(await verifyPassword(user?.passwordHash ?? null, newPassword)).toBe(true);
  const rows = await database.db.select().from(sessions).where(eq(sessions.userId, olga.id));
  expect(rows.map(({ id, endReason }) => [id === olga.sessionId, endReason]).sort()).toEqual([
    [false, 'password-changed'],
    [true, null],
  ]);
  const events = JSON.stringify(await database.db.select().from(auditEvents));
  expect(events).toContain('user.password-changed');
  expect(events).not.toContain(newPassword);
});

it.each([
  ['a wrong current password', { currentPassword: 'nope', newPassword }, 'currentPassword'],
  ['the same password again', { currentPassword, newPassword: currentPassword }, 'newPassword'],
  ['a common password', { currentPassword, newPassword: 'Password1234!' }, 'newPassword'],
])('refuses %s at its field', async (_, typed, field) => {
  await expect(changePassword(ctx(), olga, typed)).rejects.toMatchObject({
    code: 'invalid',
    options: { fields: { [field]: expect.any(String) } },
  });
  expect(await read()).toMatchObject({ passwordHash, mustChangePassword: true });
});

it('lets nobody try passwords at an open browser for long', async () => {
  for (let count = 0; count < 10; count++) {
    await changePassword(ctx(), olga, { currentPassword: 'nope', newPassword }).catch(() => {});
  }
  await expect(changePassword(ctx(), olga, { currentPassword, newPassword })).rejects.toMatchObject({ code: 'limit' });
});

it('is set anew for who lost it: to be changed, sessions ended, the second factor only if asked', async () => {
  const first = await resetPassword(ctx(), ' Olga@Example.com', { secondFactor: false });
  expect(first).toMatchObject({ email: 'olga@example.com', disabled: false, secondFactorLeft: true });
  const user = await read();
  expect(user).toMatchObject({ mustChangePassword: true, totpSecret: 'sealed' });
  expect(await verifyPassword(user?.passwordHash ?? null, first.password)).toBe(true);
  const open = (await database.db.select().from(sessions)).filter(({ endedAt }) => endedAt === null);
  expect(open).toEqual([]);
  expect(await resetPassword(ctx(), olga.email, { secondFactor: true })).toMatchObject({ secondFactorLeft: false });
  expect(await read()).toMatchObject({ totpSecret: null, totpEnabledAt: null });
  await expect(resetPassword(ctx(), 'nobody@example.com', { secondFactor: false })).rejects.toMatchObject({
    code: 'not-found',
  });
});
