import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import pino from 'pino';
import { expect, it } from 'vitest';
import { users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { ExpectedError } from '@/lib/errors';
import { describeError, withoutSecrets } from './log';

it("leaves a failed query's values out, however deep", async () => {
  const { db, close } = await testDb();
  const user = {
    email: 'ada@example.org',
    name: 'Ada\nLovelace',
    role: 'viewer',
    passwordHash: '$argon2id$h',
  } as const;
  await db.insert(users).values(user);
  const failure = await db
    .insert(users)
    .values(user)
    .catch((error: unknown) => error);
  await close();
  const lines: string[] = [];
  const log = pino({ serializers: { err: describeError } }, { write: (line: string) => void lines.push(line) });
  log.error({ err: failure }, 'plain');
  log.error({ err: new ExpectedError('conflict', 'Taken.', { cause: failure }) }, 'wrapped');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain('users_email_unique');
    for (const value of ['ada@example.org', 'Lovelace', 'argon2id']) expect(line).not.toContain(value);
  }
});

function capture() {
  const lines: string[] = [];
  const log = pino(withoutSecrets, { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----';
const hidden = 'hunter2-hunter2';

it.each<[string, object, string]>([
  ['a field at any depth', { a: { b: { c: { d: { password: hidden } } } } }, 'x'],
  ['a field of a list', { rows: [{ clientSecret: hidden }] }, 'x'],
  ['a URL with a password', { url: `postgres://gate:${hidden}@db:5432/x` }, 'x'],
  ['the message', {}, `connecting to postgres://gate:${hidden}@db:5432/x`],
  ['a header', { headers: { Authorization: `Bearer ${hidden}`, 'set-cookie': hidden } }, 'x'],
  ['a header in a text', {}, `sent Authorization: Bearer ${hidden}`],
  ['a query', { path: `/callback?code=1&token=${hidden}&state=2` }, 'x'],
  ['an error', { err: new Error(`refused postgres://gate:${hidden}@db/x`) }, 'x'],
  ['an error under another key', { failure: new Error(`Bearer ${hidden}`) }, 'x'],
  ["an error's cause", { err: new Error('outer', { cause: new Error(`https://u:${hidden}@host/`) }) }, 'x'],
  ["an error's fields", { err: Object.assign(new Error('x'), { config: { secretAccessKey: hidden } }) }, 'x'],
])('blanks a secret in %s', (_, fields, message) => {
  const { log, text } = capture();
  log.error(fields, message);
  log.child({ secret: hidden }).info(fields, message);
  expect(text()).not.toContain(hidden);
  expect(text()).toContain('[removed]');
  expect(text().trim().split('\n')).toHaveLength(2);
});

it('blanks keys as they are: of AWS, of certificates, of passwords', () => {
  const { log, text } = capture();
  log.error({ err: new Error(`${key} AKIAIOSFODNN7EXAMPLE $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA`) }, key);
  for (const part of ['MIIEvQIBADANBg', 'AKIAIOSFODNN7EXAMPLE', 'aGFzaA']) expect(text()).not.toContain(part);
});

it('blanks the password of a connection that really fails', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  const url = `postgres://gate:${hidden}@127.0.0.1:${port}/x`;
  const client = new pg.Client({ connectionString: url });
  const failure = await client.connect().catch((error: unknown) => error);
  const { log, text } = capture();
  log.error({ err: new Error(`no database at ${url}`, { cause: failure }), databaseUrl: url }, 'down');
  expect(text()).toContain('ECONNREFUSED');
  expect(text()).not.toContain(hidden);
});

it('leaves what tells nothing as it is', () => {
  const { log, text } = capture();
  log.info(
    { requestId: 'r-1', count: 3, at: new Date(0), nothing: null, flag: { apiKeyRequired: true } },
    'passed %s',
    'on',
  );
  expect(JSON.parse(text())).toMatchObject({
    requestId: 'r-1',
    count: 3,
    at: '1970-01-01T00:00:00.000Z',
    nothing: null,
    flag: { apiKeyRequired: true },
    msg: 'passed on',
  });
});
