import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptInvitation } from '@/lib/auth/invitation/accept-invitation';
import type { Role } from '@/lib/auth/roles';
import type { Context } from '@/lib/context';
import { auditEvents, recoveryCodes, sessions, tenants, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { changeAccess } from '@/lib/users/change-access';
import { disableUser, enableUser } from '@/lib/users/disable-user';
import { inviteUser, reinviteUser } from '@/lib/users/invite-user';
import { findUserById, listUsers } from '@/lib/users/list-users';
import { resetSecondFactor } from '@/lib/users/reset-second-factor';
import { changeAccessSchema, inviteUserSchema } from '@/lib/users/schemas';
import { setOneTimePassword } from '@/lib/users/set-one-time-password';

let database: Awaited<ReturnType<typeof testDb>>;
let db: Awaited<ReturnType<typeof testDb>>['db'];
let time: Date;
beforeAll(async () => {
  database = await testDb();
  db = database.db;
  await db.insert(tenants).values(['acme', 'beta'].map((slug) => ({ slug, name: slug })));
});
afterAll(() => database.close());
beforeEach(async () => {
  time = new Date();
  await db.delete(users);
});

const contextOf = (id: string, name: string): Context =>
  ({ db, actor: { kind: 'user', id, name, ip: null }, now: () => time }) as unknown as Context;

type Values = Partial<typeof users.$inferInsert>;

/** Somebody with a session; whoever calls with it. */
async function person(name: string, role: Role, values: Values = {}) {
  const email = `${name}@example.com`;
  const [user] = await db
    .insert(users)
    .values({ email, name, role, passwordHash: 'x', ...values })
    .returning();
  const id = user?.id ?? '';
  await db.insert(sessions).values({ userId: id, method: 'password', expiresAt: new Date(Date.now() + 3_600_000) });
  return { id, email, ctx: contextOf(id, email) };
}

const everything = { tenants: 'all', tenantSlugs: [], stages: 'all', stageNames: [] } as const;
const asRole = (id: string, role: Role) => ({ id, role, ...everything, tenantSlugs: [], stageNames: [] });
const inviting = (over: object = {}) =>
  inviteUserSchema.parse({ email: 'new@example.com', role: 'viewer', tenants: 'all', stages: 'all', ...over });
const row = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0];
const openSessions = (id: string) => db.$count(sessions, and(eq(sessions.userId, id), isNull(sessions.endedAt)));
const actionsOn = async (email: string) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.resourceId, email)).orderBy(auditEvents.id)).map(
    ({ action }) => action,
  );

describe('an invitation', () => {
  it('makes an account that a link opens, of which the database has the hash only', async () => {
    const ada = await person('ada', 'administrator');
    const input = { role: 'operator', tenants: 'some', tenantSlugs: ['acme'], stages: 'some', stageNames: 'dev' };
    const invited = await inviteUser(ada.ctx, inviting({ ...input, email: ' New@Example.com ' }));
    expect(invited.email).toBe('new@example.com');
    const token = new URL(invited.path, 'https://console.test').searchParams.get('token') ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify([await row(invited.id), await db.select().from(auditEvents)])).not.toContain(token);
    expect(await findUserById(db, invited.id, time)).toMatchObject({
      state: 'invited',
      method: null,
      role: 'operator',
      tenants: ['acme'],
      stages: ['dev'],
    });
    await acceptInvitation(
      { db, now: () => time },
      { token, name: 'Nora', newPassword: 'a sentence nobody knows', ip: null },
    );
    expect(await findUserById(db, invited.id, time)).toMatchObject({
      state: 'active',
      method: 'password',
      name: 'Nora',
    });
    expect(await actionsOn('new@example.com')).toEqual(['user.invited', 'user.invitation-accepted']);
  });

  it('ends after three days; another one replaces it', async () => {
    const ada = await person('ada', 'administrator');
    const { id, path } = await inviteUser(ada.ctx, inviting());
    time = new Date(time.getTime() + 73 * 3_600_000);
    expect(await findUserById(db, id, time)).toMatchObject({ state: 'expired' });
    const again = await reinviteUser(ada.ctx, { id });
    expect(again.path).not.toBe(path);
    expect(await findUserById(db, id, time)).toMatchObject({ state: 'invited' });
    await db.update(users).set({ passwordHash: 'x' }).where(eq(users.id, id));
    await expect(reinviteUser(ada.ctx, { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is refused for an address that is there', async () => {
    const ada = await person('ada', 'administrator');
    await inviteUser(ada.ctx, inviting());
    await expect(inviteUser(ada.ctx, inviting())).rejects.toMatchObject({
      code: 'invalid',
      options: { fields: { email: expect.stringContaining('already') } },
    });
  });

  it('is refused to a tenant that is gone, and nobody is invited', async () => {
    const ada = await person('ada', 'administrator');
    const input = inviting({ tenants: 'some', tenantSlugs: ['acme', 'gone'] });
    await expect(inviteUser(ada.ctx, input)).rejects.toMatchObject({ code: 'invalid' });
    expect(await db.$count(users)).toBe(1);
  });
});

it.each([[{ tenants: 'some' }], [{ stages: 'some', stageNames: ['dev'] }]])(
  'an administrator can not be limited: %j',
  (limits) => {
    const input = { email: 'a@example.com', role: 'administrator', tenants: 'all', stages: 'all', ...limits };
    expect(inviteUserSchema.safeParse(input).error?.issues).toMatchObject([{ path: ['role'] }]);
    expect(changeAccessSchema.safeParse({ ...input, id: crypto.randomUUID() }).success).toBe(false);
  },
);

describe('role and limits', () => {
  it('change for others, end their sessions, and are written down', async () => {
    const [ada, olga] = [await person('ada', 'administrator'), await person('olga', 'operator')];
    const limited = { ...asRole(olga.id, 'viewer'), tenants: 'some' as const, tenantSlugs: ['beta', 'acme'] };
    expect(await changeAccess(ada.ctx, limited)).toEqual({ email: olga.email, changed: true });
    expect(await findUserById(db, olga.id, time)).toMatchObject({
      role: 'viewer',
      tenants: ['acme', 'beta'],
      stages: null,
    });
    expect(await openSessions(olga.id)).toBe(0);
    expect(await openSessions(ada.id)).toBe(1);
    expect(await actionsOn(olga.email)).toEqual(expect.arrayContaining(['user.role-changed', 'user.limits-changed']));
    expect(await changeAccess(ada.ctx, limited)).toEqual({ email: olga.email, changed: false });
  });

  it('do not change for oneself', async () => {
    const ada = await person('ada', 'administrator');
    await person('eve', 'administrator');
    await expect(changeAccess(ada.ctx, asRole(ada.id, 'viewer'))).rejects.toMatchObject({
      code: 'not-permitted',
      message: 'Nobody changes their own role or limits.',
    });
  });

  it('are not changed by who is no administrator (any more)', async () => {
    const [olga, eve] = [await person('olga', 'operator'), await person('eve', 'viewer')];
    await expect(changeAccess(olga.ctx, asRole(eve.id, 'operator'))).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(changeAccess(olga.ctx, asRole(olga.id, 'administrator'))).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(await row(olga.id)).toMatchObject({ role: 'operator' });
  });

  it('of who comes from the identity provider: the role is its own, the limits are not', async () => {
    const ada = await person('ada', 'administrator');
    const pia = await person('pia', 'operator', {
      passwordHash: null,
      oidcIssuer: 'https://idp.test',
      oidcSubject: '1',
    });
    await expect(changeAccess(ada.ctx, asRole(pia.id, 'viewer'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('identity provider'),
    });
    await changeAccess(ada.ctx, { ...asRole(pia.id, 'operator'), stages: 'some', stageNames: ['dev'] });
    expect(await findUserById(db, pia.id, time)).toMatchObject({ method: 'oidc', stages: ['dev'] });
  });
});

describe('the last administrator', () => {
  /** Somebody who may manage users in the eyes of the verb, but isn't counted: `eve`, of the system. */
  const system = () => ({ ...contextOf('', 'start'), actor: { kind: 'system', name: 'start' } as const });

  it.each<[string, Values | null]>([
    ['alone', null],
    ['beside one who is disabled', { disabledAt: new Date() }],
    ['beside one who has not accepted the invitation', { passwordHash: null }],
  ])('%s can be neither demoted nor disabled', async (_, other) => {
    const ada = await person('ada', 'administrator');
    if (other) await person('eve', 'administrator', other);
    await expect(changeAccess(system(), asRole(ada.id, 'viewer'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(disableUser(system(), { id: ada.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('last administrator'),
    });
    expect(await row(ada.id)).toMatchObject({ role: 'administrator', disabledAt: null });
  });

  it('can be demoted beside one who signs in with the identity provider', async () => {
    const ada = await person('ada', 'administrator');
    await person('pia', 'administrator', { passwordHash: null, oidcIssuer: 'https://idp.test', oidcSubject: '2' });
    await changeAccess(system(), asRole(ada.id, 'viewer'));
    expect(await row(ada.id)).toMatchObject({ role: 'viewer' });
  });

  it.each([
    ['demote', (by: Context, id: string) => changeAccess(by, asRole(id, 'viewer'))],
    ['disable', (by: Context, id: string) => disableUser(by, { id })],
  ])('stays when two %s each other at the same moment', async (_, act) => {
    for (let round = 0; round < 8; round++) {
      await db.delete(users);
      const [ada, eve] = [await person('ada', 'administrator'), await person('eve', 'administrator')];
      const both = await Promise.allSettled([act(ada.ctx, eve.id), act(eve.ctx, ada.id)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = and(eq(users.role, 'administrator'), isNull(users.disabledAt));
      expect(await db.$count(users, left)).toBe(1);
    }
  });

  it('stays when two others demote two at the same moment', async () => {
    const [ada, eve] = [await person('ada', 'administrator'), await person('eve', 'administrator')];
    const both = await Promise.allSettled([ada, eve].map(({ id }) => changeAccess(system(), asRole(id, 'viewer'))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an account', () => {
  it('is disabled and enabled by others only', async () => {
    const [ada, olga] = [await person('ada', 'administrator'), await person('olga', 'operator')];
    await disableUser(ada.ctx, { id: olga.id });
    expect(await findUserById(db, olga.id, time)).toMatchObject({ state: 'disabled' });
    expect(await openSessions(olga.id)).toBe(0);
    await enableUser(ada.ctx, { id: olga.id });
    expect(await findUserById(db, olga.id, time)).toMatchObject({ state: 'active', role: 'operator' });
    await expect(disableUser(ada.ctx, { id: ada.id })).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await actionsOn(olga.email)).toEqual(expect.arrayContaining(['user.disabled', 'user.enabled']));
  });

  it('loses its second factor and the codes for it', async () => {
    const ada = await person('ada', 'administrator');
    const olga = await person('olga', 'operator', { totpSecret: 'sealed', totpEnabledAt: new Date() });
    await db.insert(recoveryCodes).values({ userId: olga.id, hash: 'a' });
    await resetSecondFactor(ada.ctx, { id: olga.id });
    expect(await row(olga.id)).toMatchObject({ totpSecret: null, totpEnabledAt: null });
    expect(await db.$count(recoveryCodes)).toBe(0);
    await expect(resetSecondFactor(ada.ctx, { id: olga.id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('gets a password for one sign-in, in place of an invitation', async () => {
    const ada = await person('ada', 'administrator');
    const { id } = await inviteUser(ada.ctx, inviting());
    const { password } = await setOneTimePassword(ada.ctx, { id });
    expect(await row(id)).toMatchObject({ mustChangePassword: true, inviteTokenHash: null });
    expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain(password);
    await expect(setOneTimePassword(ada.ctx, { id: ada.id })).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(setOneTimePassword(ada.ctx, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('lists everybody, and finds by name and address as they are written', async () => {
  await person('ada', 'administrator');
  await person('olga_b', 'operator', { disabledAt: new Date() });
  await person('olgaxb', 'viewer');
  const names = async (search: string) => (await listUsers(db, { search, now: time })).map(({ name }) => name);
  expect(await names('')).toEqual(['ada', 'olgaxb', 'olga_b']);
  expect(await names('OLGA_B')).toEqual(['olga_b']);
  expect(await names('olgaxb@example')).toEqual(['olgaxb']);
});
