import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { auditChain, auditCheckpoints, auditEvents, auditTombstones } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { recordEvent } from '../record-event';
import { readCheckpointFile } from './checkpoint-file';
import { findPrunable, prune } from './prune';
import { openSigningKey, readKnownKeys, type SigningKey } from './signing-key';
import { verifyChain } from './verify-chain';
import { writeCheckpoint } from './write-checkpoint';

let opened: OpenDb;
let dataDir: string;
let key: SigningKey;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeEach(async () => {
  opened = await testDb();
  dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-prune-'));
  key = openSigningKey(dataDir);
});
afterEach(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true });
});

async function say(days: number, count = 1): Promise<void> {
  const ctx: Pick<Context, 'db' | 'actor' | 'now'> = {
    db: opened.db,
    actor: { kind: 'system', name: 'Gatehouse' },
    now: () => daysAgo(days),
  };
  for (let n = 0; n < count; n++) await recordEvent(ctx, { action: 'user.signed-in', resourceId: `${days}` });
}
const checkpoint = () => writeCheckpoint(opened.db, { key, dataDir, now: new Date() });
const verify = () => verifyChain(opened.db, { keys: readKnownKeys(dataDir), file: readCheckpointFile(dataDir) });

test('removes the beginning of the chain, and what is left is whole', async () => {
  await say(300, 3);
  await checkpoint();
  await say(200, 2);
  await say(50);
  // Written late, it stays: only a beginning can go.
  await say(250);
  await checkpoint();
  const before = daysAgo(100);
  expect(await findPrunable(opened.db, before)).toMatchObject({ seq: 5, rows: 5 });
  expect(await prune(opened.db, { key, before, now: new Date() })).toMatchObject({ seq: 5, rows: 5 });
  expect(await opened.db.$count(auditEvents)).toBe(2);
  expect(await opened.db.$count(auditChain)).toBe(2);
  expect(await opened.db.$count(auditCheckpoints)).toBe(1);
  expect(await verify()).toMatchObject({ whole: true, from: 6, to: 7, rows: 2, removed: { seq: 5 } });
  expect(await prune(opened.db, { key, before, now: new Date() })).toBeNull();
  await say(0);
  expect(await verify()).toMatchObject({ whole: true, to: 8 });
});

test('removes everything, and the chain goes on from the tombstone', async () => {
  await say(300, 3);
  await prune(opened.db, { key, before: daysAgo(100), now: new Date() });
  expect(await opened.db.$count(auditEvents)).toBe(0);
  await say(0, 2);
  expect(await verify()).toMatchObject({ whole: true, from: 4, to: 5 });
});

test('a second retention goes on from the first', async () => {
  await say(400, 2);
  await prune(opened.db, { key, before: daysAgo(350), now: new Date() });
  await say(300, 2);
  await say(1);
  await prune(opened.db, { key, before: daysAgo(200), now: new Date() });
  expect(await opened.db.$count(auditTombstones)).toBe(2);
  expect(await verify()).toMatchObject({ whole: true, from: 5, to: 5 });
});

test('the database lets nothing go that no tombstone covers, and takes none for younger rows', async () => {
  await say(300, 2);
  await say(10, 2);
  await prune(opened.db, { key, before: daysAgo(100), now: new Date() });
  const refused = { cause: { message: expect.stringContaining('append-only: DELETE refused') } };
  await expect(opened.db.delete(auditEvents)).rejects.toMatchObject(refused);
  await expect(opened.db.delete(auditChain)).rejects.toMatchObject(refused);
  await expect(opened.db.delete(auditTombstones)).rejects.toMatchObject(refused);
  await expect(prune(opened.db, { key, before: daysAgo(5), now: new Date() })).rejects.toMatchObject({
    cause: { message: expect.stringContaining('90 days') },
  });
  expect(await opened.db.$count(auditEvents)).toBe(2);
});

test.each(['audit_chain', 'audit_checkpoints', 'audit_tombstones'])('%s is append-only', async (table) => {
  await say(1, 2);
  await checkpoint();
  for (const statement of [`update ${table} set hash = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
    await expect(opened.db.execute(sql.raw(statement))).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`${table} is append-only`), code: '23001' },
    });
  }
});

test('links are written by the database alone, and rows only with their digest', async () => {
  const link = { seq: 1, eventId: 5, digest: 'a', prev: 'b', hash: 'c' };
  await expect(opened.db.insert(auditChain).values(link)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('by the database alone') },
  });
  const row = {
    phase: 'event',
    actorKind: 'system',
    actorName: 'x',
    action: 'x',
    resourceType: 'x',
    resourceId: 'x',
  } as const;
  await expect(opened.db.insert(auditEvents).values(row)).rejects.toMatchObject({ cause: { code: '23514' } });
});
