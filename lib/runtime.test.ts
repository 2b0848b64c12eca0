import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { template } from './db/test-db';
import { closeDb, getContext, getDb } from './runtime';

const parent = mkdtempSync(path.join(tmpdir(), 'gatehouse-runtime-'));
const dataDir = path.join(parent, 'data');
beforeAll(() => {
  vi.stubEnv('GATEHOUSE_DATA_DIR', dataDir);
  vi.stubEnv('GATEHOUSE_TARGET', 'sandbox');
});
afterAll(async () => {
  await closeDb();
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true, force: true });
});

test('the database opens at the first call, once for all, and a failed opening is tried again', {
  timeout: 60_000,
}, async () => {
  writeFileSync(dataDir, 'a file where the directory should be');
  await expect(getDb()).rejects.toMatchObject({ code: 'database-unreachable' });
  rmSync(dataDir);
  mkdirSync(dataDir);
  await (await PGlite.create({ dataDir: path.join(dataDir, 'db'), loadDataDir: await template() })).close();
  const [first, second, context] = await Promise.all([getDb(), getDb(), getContext({ kind: 'system', name: 'test' })]);
  expect(second).toBe(first);
  expect(context.db).toBe(first);
  expect(context.aws.endpoint).toBe('http://127.0.0.1:4566');
  expect((await first.execute<{ one: number }>(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
});
