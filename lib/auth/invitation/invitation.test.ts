import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvents, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { signIn } from '../sign-in';
import { acceptInvitation } from './accept-invitation';
import { findInvitation, hashInvitationToken } from './find-invitation';

let database: Awaited<ReturnType<typeof testDb>>;
const token = 'a-token-of-an-invitation';
const now = new Date('2026-01-05T08:00:00Z');
const ctx = () => ({ db: database.db, now: () => now });
const typed = { token, name: 'Ina Novak', newPassword: 'eleven blue umbrellas', ip: '192.0.2.1' };

beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.insert(users).values({
    email: 'ina@example.com',
    name: 'ina@example.com',
    role: 'operator',
    inviteTokenHash: hashInvitationToken(token),
    inviteExpiresAt: new Date(now.getTime() + 60_000),
  });
});

it('is accepted once; the account then signs in with the password chosen', async () => {
  expect(await findInvitation(database.db, token, now)).toMatchObject({ state: 'open', email: 'ina@example.com' });
  const { userId } = await acceptInvitation(ctx(), typed);
  expect(await signIn(ctx(), { email: 'ina@example.com', password: typed.newPassword, ip: null })).toEqual({
    userId,
    secondFactor: false,
  });
  await expect(acceptInvitation(ctx(), { ...typed, name: 'Eve' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await findInvitation(database.db, token, now)).toEqual({ state: 'unknown' });
  const [user] = await database.db.select().from(users);
  expect(user).toMatchObject({ name: 'Ina Novak', role: 'operator', mustChangePassword: false });
  const events = await database.db.select().from(auditEvents);
  expect(events).toMatchObject([{ action: 'user.invitation-accepted', actorId: userId, ip: '192.0.2.1' }]);
  expect(JSON.stringify(events)).not.toContain(token);
});

it('lets one of two in who use the link at once', async () => {
  const results = await Promise.allSettled([acceptInvitation(ctx(), typed), acceptInvitation(ctx(), typed)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it.each([
  ['expired', { inviteExpiresAt: now }, { state: 'expired', at: now }],
  ['withdrawn', { inviteTokenHash: null }, { state: 'unknown' }],
  ['of a disabled account', { disabledAt: now }, { state: 'unknown' }],
])('is refused when %s', async (_, change, state) => {
  await database.db.update(users).set(change);
  expect(await findInvitation(database.db, token, now)).toEqual(state);
  await expect(acceptInvitation(ctx(), typed)).rejects.toMatchObject({ code: 'not-found' });
});

it('has the rules of passwords hold', async () => {
  await expect(acceptInvitation(ctx(), { ...typed, newPassword: 'inanovak2026' })).rejects.toMatchObject({
    code: 'invalid',
    options: { fields: { newPassword: expect.stringContaining('own name') } },
  });
  expect(await findInvitation(database.db, token, now)).toMatchObject({ state: 'open' });
});
