import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '@/lib/db/db';
import { auditEvents, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { ensureFirstAdministrator } from './ensure-first-administrator';
import { verifyPassword } from './password';

let database: Awaited<ReturnType<typeof testDb>>;
let printed: string[];

beforeEach(async () => {
  database = await testDb();
  printed = [];
});
afterEach(() => database.close());

const nobody = { adminEmail: null, adminPassword: null };
const ensure = (
  given: { adminEmail: string | null; adminPassword: string | null },
  print = (line: string) => void printed.push(line),
) =>
  ensureFirstAdministrator(
    { db: database.db, actor: { kind: 'system', name: 'start' }, now: () => new Date() },
    given,
    print,
  );
const everyone = (db: Db) => db.select().from(users);

it('makes an administrator with a generated password and prints it once', async () => {
  await ensure(nobody);
  const [, email, password] = /^First sign-in: (\S+) \/ (\S+)$/.exec(printed[0] ?? '') ?? [];
  expect(email).toBe('admin@gatehouse.local');
  const [user] = await everyone(database.db);
  expect(user).toMatchObject({ email, role: 'administrator', mustChangePassword: true });
  expect(await verifyPassword(user?.passwordHash ?? null, password ?? '')).toBe(true);
  await ensure(nobody);
  expect(printed).toHaveLength(1);
  expect(await everyone(database.db)).toHaveLength(1);
  const events = await database.db.select().from(auditEvents);
  expect(events).toMatchObject([{ action: 'user.first-administrator-created', resourceId: email }]);
  expect(JSON.stringify(events)).not.toContain(password);
});

it('takes the credentials of the environment and prints nothing', async () => {
  await ensure({ adminEmail: 'Root@Example.com', adminPassword: 'from the environment' });
  const [user] = await everyone(database.db);
  expect(user).toMatchObject({ email: 'root@example.com', mustChangePassword: false });
  expect(await verifyPassword(user?.passwordHash ?? null, 'from the environment')).toBe(true);
  expect(printed).toEqual([]);
});

it('prints before anything is kept, so that a crash can not lose the password', async () => {
  const crash = () => {
    throw new Error('the terminal went away');
  };
  await expect(ensure(nobody, crash)).rejects.toThrow('the terminal went away');
  expect(await everyone(database.db)).toEqual([]);
});

it('makes one administrator when two replicas start at once', async () => {
  await Promise.all([ensure(nobody), ensure(nobody)]);
  expect(await everyone(database.db)).toHaveLength(1);
  expect(printed).toHaveLength(1);
});
