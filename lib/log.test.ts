import pino from 'pino';
import { expect, it } from 'vitest';
import { users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { ExpectedError } from '@/lib/errors';
import { describeError } from './log';

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
