import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Context } from '@/lib/context';
import { testDb } from '@/lib/db/test-db';
import { ExpectedError } from '@/lib/errors';
import type { ActionRequest } from './action-request';
import { defineAction } from './define-action';

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

const operator = {
  id: '00000000-0000-4000-8000-000000000001',
  email: 'olga@example.com',
  name: 'Olga',
  role: 'operator',
  tenants: null,
  stages: null,
  sessionId: '00000000-0000-4000-8000-000000000002',
  method: 'password',
  mustChangePassword: false,
  mustAddSecondFactor: false,
} as const;
const request = (): ActionRequest => ({
  user: operator,
  ip: '192.0.2.1',
  context: async (actor) => ({ db: database.db, actor, now: () => new Date() }) as Context,
});

const input = z.object({
  name: z.string().min(3, 'At least three characters.'),
  password: z.string().optional(),
  rows: z.array(z.object({ path: z.string().regex(/^[a-z]*$/, 'Letters only.') })).default([]),
});
const action = defineAction(
  { name: 'thing.do', permission: 'tenants:edit', input, target: ({ name }) => ({ tenant: name }) },
  async ({ input: { name }, ctx }) => {
    if (name === 'taken')
      throw new ExpectedError('conflict', 'It is taken.', { fix: 'Take another.', fields: { name: 'Taken.' } });
    if (name === 'broken') throw new Error('secret detail of a library');
    return { data: { by: ctx.actor }, message: `${name} done.` };
  },
);

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [key, value] of Object.entries(entries)) data.set(key, value);
  return data;
}

it('runs the verb on behalf of the signed-in user', async () => {
  expect(await action.as(request(), form({ name: 'thing' }))).toEqual({
    ok: true,
    message: 'thing done.',
    data: { by: { kind: 'user', id: operator.id, name: operator.email, ip: '192.0.2.1' } },
  });
});

it('answers bad input with a sentence for each field and what was typed, but no secret', async () => {
  expect(
    await action.as(request(), form({ name: 'x', password: 'hush', 'rows.0.path': 'ok', 'rows.1.path': 'N0' })),
  ).toEqual({
    ok: false,
    message: 'Some fields need another look.',
    fields: { name: 'At least three characters.', 'rows.1.path': 'Letters only.' },
    values: { name: 'x', 'rows.0.path': 'ok', 'rows.1.path': 'N0' },
  });
});

it('answers a foreseen failure with its own sentences', async () => {
  expect(await action.as(request(), { name: 'taken' })).toEqual({
    ok: false,
    message: 'It is taken.',
    fix: 'Take another.',
    fields: { name: 'Taken.' },
    values: { name: 'taken' },
  });
});

it('knows a foreseen failure whose class another bundle made', async () => {
  vi.resetModules();
  const other = await import('@/lib/errors');
  const foreign = new other.ExpectedError('aws-throttled', 'AWS asks us to slow down.', { fix: 'Wait.' });
  const throwing = defineAction({ name: 'thing.throw', permission: 'requests:explain', input }, async () => {
    throw foreign;
  });
  expect(await throwing.as(request(), { name: 'thing' })).toMatchObject({
    message: 'AWS asks us to slow down.',
    fix: 'Wait.',
  });
});

it('answers anything else with a fixed sentence and a reference', async () => {
  const result = await action.as(request(), { name: 'broken' });
  expect(result).toMatchObject({ ok: false, reference: expect.stringMatching(/^[\da-f]{10}$/) });
  expect(JSON.stringify(result)).not.toContain('secret detail');
});

it('looks at the role before the input', async () => {
  const result = await action.as({ ...request(), user: { ...operator, role: 'viewer' } }, {} as never);
  expect(result).toMatchObject({ ok: false, message: 'Only an operator may do this; you are a viewer.' });
  expect(result).not.toHaveProperty('fields');
});

it.each([
  [{ mustChangePassword: true }, 'Change your password first.'],
  [{ mustAddSecondFactor: true }, 'Add a second factor first.'],
])('lets nobody with %j do anything but setting up', async (missing, fix) => {
  const inSetup = { ...request(), user: { ...operator, ...missing } };
  expect(await action.as(inSetup, { name: 'thing' })).toMatchObject({ ok: false, fix });
  const setup = defineAction({ name: 'thing.set-up', permission: 'account:own', input, inSetup: true }, async () => ({
    data: null,
    message: 'Done.',
  }));
  expect(await setup.as(inSetup, { name: 'thing' })).toMatchObject({ ok: true });
});
