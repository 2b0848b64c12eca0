import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { databaseUnreachable } from './database-error';
import { settings } from './schema';
import { testDb } from './test-db';

const server = process.env.TEST_DATABASE_URL;

test.runIf(server)('a connection lost inside a transaction fails that transaction, and nothing else', async () => {
  const opened = await testDb();
  const cut = opened.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await terminate(rows[0]?.pid ?? 0);
    await tx.insert(settings).values({ key: 'lost', value: 1 });
  });
  const error = await cut.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(databaseUnreachable(error)).toMatchObject({ code: 'database-unreachable' });
  expect(await opened.db.$count(settings)).toBe(0);
  await opened.close();
});

async function terminate(pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query('select pg_terminate_backend($1, 5000)', [pid]);
  await client.end();
}
