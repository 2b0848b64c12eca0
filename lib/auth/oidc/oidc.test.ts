import { eq } from 'drizzle-orm';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { auditEvents, sessions, settings, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { startSession } from '../start-session';
import { addressOf, claimValues, isEmailVerified, roleOf } from './claims';
import { endProviderSessions } from './end-provider-sessions';
import { refusalOfError } from './refusal-of';
import { readLastClaims, readRoleMapping, saveRoleMapping } from './role-mapping';
import { roleMappingSchema } from './schemas';
import { signInWithProvider } from './sign-in-with-provider';
import { verifyLogoutToken } from './verify-logout-token';

describe('claims', () => {
  it.each([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [{ 'https://example.com/roles': ['a'] }, 'https://example.com/roles', ['a']],
    [{ 'cognito:groups': ['a'] }, 'cognito:groups', ['a']],
    [{ groups: [1, null, 'a', ''] }, 'groups', ['a']],
    [{ groups: { a: true } }, 'groups', []],
    [{}, 'a.b.c', []],
  ])('finds the values of %j', (claims, path, values) => {
    expect(claimValues(claims, path)).toEqual(values);
  });

  it('gives the highest role of the values', () => {
    const rules = [
      { value: 'a', role: 'operator' },
      { value: 'b', role: 'viewer' },
      { value: 'c', role: 'administrator' },
    ] as const;
    expect(roleOf(['b', 'a'], rules)).toBe('operator');
    expect(roleOf(['b'], rules)).toBe('viewer');
    expect(roleOf(['A', 'x'], rules)).toBeNull();
  });

  it('finds the address, and trusts only what the provider vouches for', () => {
    expect(addressOf({ email: 'Olga@Example.com' })).toBe('olga@example.com');
    expect(addressOf({ preferred_username: 'olga@example.com' })).toBe('olga@example.com');
    expect(addressOf({ preferred_username: 'olga' })).toBeNull();
    expect(isEmailVerified({ email: 'a@b.c', email_verified: 'true' })).toBe(true);
    expect(isEmailVerified({ email: 'a@b.c' })).toBe(false);
    expect(isEmailVerified({ preferred_username: 'a@b.c', email_verified: true })).toBe(false);
  });
});

it.each([
  ['access_denied (End-User aborted interaction)', 'cancelled'],
  ['invalid_grant (grant request is invalid)', 'revoked'],
  ['JWT expired, now 1700000000, exp 1690000000', 'expired'],
  ['aud mismatch, expected gatehouse, got: other', 'audience'],
  ['unexpected iss value, expected https://a, got: https://b', 'issuer'],
  ['failed to validate JWT signature', 'signature'],
  ['State cookie was missing.', 'state'],
  ['nonce mismatch, expected a, got: b', 'state'],
  ['connect ECONNREFUSED 127.0.0.1:9', 'unreachable'],
  ['something new', 'failed'],
])('reads %s as %s', (message, refusal) => {
  expect(refusalOfError(new Error(message))).toBe(refusal);
});

it('points a value out that has two lines', () => {
  const line = { value: 'ops', role: 'operator' };
  const parsed = roleMappingSchema.safeParse({ rules: [line, { value: ' ops ', role: 'viewer' }] });
  expect(parsed.error?.issues).toMatchObject([{ path: ['rules', 1, 'value'] }]);
});

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

const issuer = 'https://login.example.com';
const now = () => new Date('2026-01-05T08:00:00Z');
const actor = { kind: 'system', name: 'test' } as const;
const ctx = () => ({ db: database.db, now, actor }) as unknown as Context;
const paula = {
  sub: 'p-1',
  email: 'Paula@Example.com',
  email_verified: true,
  name: 'Paula',
  groups: ['ops'],
  iat: now().getTime() / 1000,
};
const arrive = (claims: object) =>
  signInWithProvider(ctx(), { issuer, claims: { ...paula, ...claims }, roleClaim: 'groups', ip: '192.0.2.1' });
const only = async () => (await database.db.select().from(users))[0];
const roles = async () =>
  Object.fromEntries((await database.db.select().from(users)).map(({ email, role }) => [email, role]));
const add = (row: Partial<typeof users.$inferInsert>) =>
  database.db.insert(users).values({ email: 'paula@example.com', name: 'Paula', role: 'viewer', ...row });

describe('somebody of the provider', () => {
  beforeEach(async () => {
    await database.db.delete(users);
    await database.db.delete(settings);
    await saveRoleMapping(ctx(), [
      { value: 'ops', role: 'operator' },
      { value: 'admins', role: 'administrator' },
    ]);
  });

  it('is made at the first sign-in, and found by subject at the next', async () => {
    const first = await arrive({});
    expect(await only()).toMatchObject({
      email: 'paula@example.com',
      role: 'operator',
      passwordHash: null,
      oidcIssuer: issuer,
      oidcSubject: 'p-1',
    });
    expect(await arrive({ email: 'paula@elsewhere.example' })).toEqual(first);
    expect(await database.db.$count(users)).toBe(1);
  });

  it('has the role of the claim from each sign-in on', async () => {
    await arrive({});
    await arrive({ groups: ['admins', 'ops'] });
    expect(await only()).toMatchObject({ role: 'administrator' });
    const events = await database.db.select().from(auditEvents).where(eq(auditEvents.action, 'user.role-from-claim'));
    expect(events).toMatchObject([{ before: { role: 'operator' }, after: { role: 'administrator' } }]);
  });

  it('stays administrator while nobody else who can sign in is one', async () => {
    await arrive({ groups: ['admins'] });
    expect(await arrive({})).toHaveProperty('userId');
    expect(await only()).toMatchObject({ role: 'administrator' });
    const [event] = (await database.db.select().from(auditEvents)).slice(-1);
    expect(event).toMatchObject({
      action: 'user.role-from-claim',
      result: 'refused',
      message: 'By the claim paula@example.com would be an operator; as the last administrator they stay one.',
    });
    const other = { email: 'other@example.com', role: 'administrator' } as const;
    // Disabled, then invited without having accepted: neither could undo it.
    await add({ ...other, passwordHash: 'a hash', disabledAt: now() });
    await arrive({});
    await database.db.update(users).set({ passwordHash: null, disabledAt: null }).where(eq(users.email, other.email));
    await arrive({});
    expect(await roles()).toMatchObject({ 'paula@example.com': 'administrator' });
    await database.db.update(users).set({ passwordHash: 'a hash' }).where(eq(users.email, other.email));
    await arrive({});
    expect(await roles()).toEqual({ 'paula@example.com': 'operator', 'other@example.com': 'administrator' });
  });

  it('stays administrator when the claim takes the role from two at once', async () => {
    const vera = { sub: 'v-1', email: 'vera@example.com' };
    await arrive({ groups: ['admins'] });
    await arrive({ ...vera, groups: ['admins'] });
    await Promise.all([arrive({}), arrive(vera)]);
    expect(Object.values(await roles()).sort()).toEqual(['administrator', 'operator']);
  });

  it('is refused without a role, and an administrator sees what the claim held', async () => {
    expect(await arrive({ groups: ['sales', 'everyone'] })).toEqual({ refusal: 'no-role' });
    expect(await only()).toBeUndefined();
    expect(await readLastClaims(database.db)).toMatchObject({
      email: 'paula@example.com',
      values: ['sales', 'everyone'],
    });
    const [event] = (await database.db.select().from(auditEvents)).slice(-1);
    expect(event).toMatchObject({ action: 'user.sign-in-refused', result: 'refused', after: { refusal: 'no-role' } });
  });

  it('never gets an account with a password', async () => {
    await add({ passwordHash: 'a hash' });
    expect(await arrive({})).toEqual({ refusal: 'local-account' });
    expect(await only()).toMatchObject({ oidcSubject: null });
  });

  it('gets an invited account without one, when the provider vouches for the address', async () => {
    await add({ inviteTokenHash: 'hash', inviteExpiresAt: now() });
    expect(await arrive({ email_verified: false })).toEqual({ refusal: 'local-account' });
    expect(await arrive({})).toHaveProperty('userId');
    expect(await only()).toMatchObject({ oidcSubject: 'p-1', role: 'operator', inviteTokenHash: null });
  });

  it.each([
    ['disabled', { oidcIssuer: issuer, oidcSubject: 'p-1', disabledAt: now() }, {}, 'disabled'],
    ['somebody else of the provider by now', { oidcIssuer: issuer, oidcSubject: 'p-0' }, {}, 'other-account'],
    ['without an address', { email: 'x@example.com' }, { email: undefined }, 'no-address'],
    ['from the future', {}, { iat: now().getTime() / 1000 + 61 }, 'clock'],
  ])('is refused when %s', async (_, row, claims, refusal) => {
    await add(row);
    expect(await arrive(claims)).toEqual({ refusal });
  });

  it('may have a clock that is a minute ahead', async () => {
    expect(await arrive({ iat: now().getTime() / 1000 + 60 })).toHaveProperty('userId');
  });

  it('loses every session with the last role, and what comes of one sign-in has one id', async () => {
    const attempt = '0190e2a0-0000-7000-8000-000000000001';
    const found = await arrive({});
    const userId = 'userId' in found ? found.userId : '';
    const begin = (method: 'oidc' | 'password') =>
      startSession(ctx(), { userId, method, ip: null, userAgent: null }, 60_000);
    const mine = [await begin('oidc'), await begin('password')].map(({ sessionId }) => sessionId);
    await add({ email: 'other@example.com', oidcIssuer: issuer, oidcSubject: 'p-2' });
    const other = (await database.db.select().from(users)).find(({ email }) => email === 'other@example.com');
    const theirs = await startSession(
      ctx(),
      { userId: other?.id ?? '', method: 'oidc', ip: null, userAgent: null },
      60_000,
    );
    const claims = { ...paula, groups: ['nothing'] };
    const refused = await signInWithProvider(
      { ...ctx(), correlationId: attempt },
      { issuer, claims, roleClaim: 'groups', ip: null },
    );
    expect(refused).toEqual({ refusal: 'no-role' });
    const rows = await database.db.select().from(sessions);
    const ended = (id: string) => rows.find((row) => row.id === id)?.endReason;
    expect(mine.map(ended)).toEqual(['provider', 'provider']);
    expect(ended(theirs.sessionId)).toBeNull();
    const joined = await database.db.select().from(auditEvents).where(eq(auditEvents.correlationId, attempt));
    expect(joined.map(({ action }) => action)).toEqual(['user.sign-in-refused', 'user.sessions-ended']);
  });

  it('loses the sessions that the provider ends, and no others', async () => {
    const found = await arrive({});
    const userId = 'userId' in found ? found.userId : '';
    const begin = (method: 'oidc' | 'password', sid: string | null) =>
      startSession(
        ctx(),
        { userId, method, ip: null, userAgent: null, provider: { sessionId: sid, idToken: null } },
        60_000,
      );
    const ids = [await begin('oidc', 's-1'), await begin('oidc', 's-2'), await begin('password', null)];
    const open = async () => {
      const rows = (await database.db.select().from(sessions)).filter(({ endedAt }) => endedAt === null);
      return ids.map(({ sessionId }) => rows.some(({ id }) => id === sessionId));
    };
    expect(await endProviderSessions(ctx(), issuer, { subject: 'p-1', sessionId: 's-1' })).toBe(1);
    expect(await open()).toEqual([false, true, true]);
    expect(await endProviderSessions(ctx(), 'https://elsewhere.example', { subject: 'p-1', sessionId: null })).toBe(0);
    expect(await endProviderSessions(ctx(), issuer, { subject: 'p-1', sessionId: null })).toBe(1);
    expect(await open()).toEqual([false, false, true]);
  });

  it('is mapped by what was saved, and nothing by what can not be read', async () => {
    expect(await readRoleMapping(database.db)).toHaveLength(2);
    await database.db.update(settings).set({ value: 'nonsense' });
    expect(await readRoleMapping(database.db)).toEqual([]);
  });
});

const pair = await generateKeyPair('RS256');
const other = await generateKeyPair('RS256');
const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' }] };

describe('a logout token', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const seconds = now().getTime() / 1000;
  const valid = {
    iss: issuer,
    aud: 'gatehouse',
    sub: 'p-1',
    sid: 's-1',
    jti: 'j',
    iat: seconds,
    exp: seconds + 120,
    events: event,
  };
  const verify = async (claims: object, key = pair.privateKey) =>
    verifyLogoutToken(
      await new SignJWT({ ...valid, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key),
      { issuer, clientId: 'gatehouse', keys, now: now() },
    );

  it('says whom it signs out', async () => {
    expect(await verify({})).toEqual({ subject: 'p-1', sessionId: 's-1' });
    expect(await verify({ sid: undefined })).toEqual({ subject: 'p-1', sessionId: null });
  });

  it.each([
    ['for another client', { aud: 'other' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['without the event, such as an ID token', { events: undefined }],
    ['with a nonce, such as an ID token', { nonce: 'n' }],
    ['of nobody', { sub: undefined, sid: undefined }],
    ['that has expired', { exp: seconds - 11 }],
    ['that is old', { iat: seconds - 700, exp: undefined }],
    ['that can not be told from others', { jti: undefined }],
  ])('is refused %s', async (_, claims) => {
    await expect(verify(claims)).rejects.toThrow();
  });

  it("is refused under another's key, or under none", async () => {
    await expect(verify({}, other.privateKey)).rejects.toThrow();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(valid)).toString('base64url')}.`;
    await expect(verifyLogoutToken(unsigned, { issuer, clientId: 'gatehouse', keys, now: now() })).rejects.toThrow();
  });
});
