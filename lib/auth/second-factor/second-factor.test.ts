import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Context } from '@/lib/context';
import { auditEvents, rateLimits, recoveryCodes, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { hashPassword } from '../password';
import { beginSecondFactor } from './begin-second-factor';
import { disableSecondFactor } from './disable-second-factor';
import { enableSecondFactor } from './enable-second-factor';
import { passSecondFactor } from './pass-second-factor';
import { recoveryCodesLeft } from './recovery-codes';
import { renewRecoveryCodes } from './renew-recovery-codes';

vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests only, long enough');

let database: Awaited<ReturnType<typeof testDb>>;
let passwordHash: string;
let olga: { id: string; email: string };
let secret: string;
let codes: string[];
/** The clock of this file, in steps of 30 s: a code works once, so each use needs a later one. */
let step = 60_000_000;

const password = 'correct horse battery staple';
const now = () => new Date(step * 30_000);
const ctx = () => {
  const actor = { kind: 'user', id: olga.id, name: olga.email, ip: null } as const;
  return { db: database.db, now, actor } as unknown as Context;
};
const codeOf = (offset = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: (step + offset) * 30_000 });
const pass = (code: string) => passSecondFactor(ctx(), { userId: olga.id, at: now(), code, ip: '192.0.2.1' });
const refusal = { code: 'invalid', options: { fields: { code: expect.any(String) } } };

beforeAll(async () => {
  database = await testDb();
  passwordHash = await hashPassword(password);
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(rateLimits);
  const [user] = await database.db
    .insert(users)
    .values({ email: 'olga@example.com', name: 'Olga', role: 'operator', passwordHash })
    .returning();
  olga = { id: user?.id ?? '', email: 'olga@example.com' };
  step += 10;
  secret = (await beginSecondFactor(ctx(), olga))?.secret ?? '';
  codes = await enableSecondFactor(ctx(), olga.id, codeOf());
  step += 10;
});

it('keeps the secret encrypted, the recovery codes as hashes, and neither in the audit log', async () => {
  const rows = JSON.stringify([
    await database.db.select().from(users),
    await database.db.select().from(recoveryCodes),
    await database.db.select().from(auditEvents),
  ]);
  expect(codes).toHaveLength(10);
  for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
    expect(rows).not.toContain(text);
  }
});

it('is on only after a code has proved that the app has the secret', async () => {
  await database.db.update(users).set({ totpEnabledAt: null, totpSecret: null });
  const begun = await beginSecondFactor(ctx(), olga);
  expect(begun?.uri).toContain(`secret=${begun?.secret}`);
  expect(await beginSecondFactor(ctx(), olga)).toEqual(begun);
  secret = begun?.secret ?? '';
  const wrong = codeOf() === '000000' ? '000001' : '000000';
  await expect(enableSecondFactor(ctx(), olga.id, wrong)).rejects.toMatchObject(refusal);
  await expect(pass(codeOf())).rejects.toMatchObject({ code: 'not-signed-in' });
  await enableSecondFactor(ctx(), olga.id, codeOf());
  expect(await beginSecondFactor(ctx(), olga)).toBeNull();
});

it.each([-1, 0, 1])('takes the code of the step %i away from now, once', async (offset) => {
  expect(await pass(codeOf(offset))).toBe('totp');
  await expect(pass(codeOf(offset))).rejects.toMatchObject(refusal);
});

it.each([-3, -2, 2, 3])('refuses the code of the step %i away from now', async (offset) => {
  await expect(pass(codeOf(offset))).rejects.toMatchObject(refusal);
});

it('takes no code of a step before one that was taken', async () => {
  await pass(codeOf(1));
  await expect(pass(codeOf(0))).rejects.toMatchObject(refusal);
});

it('takes a code once even when it comes twice at the same time', async () => {
  const results = await Promise.allSettled([pass(codeOf()), pass(codeOf())]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('takes each recovery code once, however it is written, and says how many are left', async () => {
  const [code = ''] = codes;
  expect(await pass(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe('recovery-code');
  await expect(pass(code)).rejects.toMatchObject(refusal);
  expect(await recoveryCodesLeft(database.db, olga.id)).toBe(9);
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.action, 'user.recovery-code-used'));
  expect(events.at(-1)).toMatchObject({ resourceId: 'olga@example.com', after: { left: 9 } });
});

it('closes after five wrong codes, for the right one, too', async () => {
  for (let count = 0; count < 5; count++) await expect(pass('aaaa-aaaa-aaaa')).rejects.toMatchObject(refusal);
  await expect(pass(codeOf())).rejects.toMatchObject({ code: 'limit' });
});

it('refuses a disabled account between the two steps', async () => {
  await database.db.update(users).set({ disabledAt: now() });
  await expect(pass(codeOf())).rejects.toMatchObject({ code: 'not-signed-in' });
});

it('refuses a password that was changed between the two steps', async () => {
  await database.db.update(users).set({ passwordChangedAt: new Date(now().getTime() + 1000) });
  await expect(pass(codeOf())).rejects.toMatchObject({ code: 'not-signed-in' });
  await database.db.update(users).set({ passwordChangedAt: new Date(now().getTime() + 999) });
  expect(await pass(codeOf())).toBe('totp');
});

it('is turned off by password and code only', async () => {
  await expect(disableSecondFactor(ctx(), olga, { password: 'nope', code: codeOf() })).rejects.toMatchObject({
    options: { fields: { password: 'That is not your password.' } },
  });
  await expect(disableSecondFactor(ctx(), olga, { password, code: 'aaaa' })).rejects.toMatchObject(refusal);
  await disableSecondFactor(ctx(), olga, { password, code: codeOf() });
  const [user] = await database.db.select().from(users);
  expect(user).toMatchObject({ totpSecret: null, totpEnabledAt: null, totpLastStep: null });
  expect(await database.db.$count(recoveryCodes)).toBe(0);
});

it('makes new recovery codes, after which the old ones do not work', async () => {
  const fresh = await renewRecoveryCodes(ctx(), olga, { password, code: codeOf() });
  step += 10;
  await expect(pass(codes[1] ?? '')).rejects.toMatchObject(refusal);
  expect(await pass(fresh[1] ?? '')).toBe('recovery-code');
});

it('asks for a recovery code when the secret can not be read any more', async () => {
  await database.db.update(users).set({ totpSecret: Buffer.alloc(60).toString('base64url') });
  await expect(pass(codeOf())).rejects.toMatchObject(refusal);
  expect(await pass(codes[2] ?? '')).toBe('recovery-code');
});
