import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { desc, eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { auditCheckpoints, auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { recordEvent } from '../record-event';
import { askForVerification } from './ask-for-verification';
import { previewRetention, setRetention } from './retain';
import { readAuditSettings } from './settings';
import { startAuditKeeper } from './start-audit-keeper';

let opened: OpenDb;
let ctx: Context;
let dataDir: string;
let keeper: { stop(): Promise<void> };
const log = pino({ level: 'silent' });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeEach(async () => {
  opened = await testDb();
  ctx = { db: opened.db, actor: { kind: 'user', id: 'u', name: 'Ann', ip: null }, now: () => new Date() } as Context;
  dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-keeper-'));
});
afterEach(async () => {
  await keeper?.stop();
  await opened.close();
  rmSync(dataDir, { recursive: true });
});

function start() {
  const system = { ...ctx, actor: { kind: 'system', name: 'Gatehouse' } as const };
  keeper = startAuditKeeper({ getContext: async () => system, log, dataDir, tickMs: 20, checkpointEveryMs: 50 });
}
const until = (holds: () => Promise<boolean>) => expect.poll(holds, { timeout: 15_000, interval: 30 }).toBe(true);
const state = () => readAuditSettings(opened.db);
const events = async (action: string) =>
  opened.db.select().from(auditEvents).where(eq(auditEvents.action, action)).orderBy(auditEvents.id);

test('signs the head, verifies once by itself, and again when asked, under the click that asked', async () => {
  await recordEvent(ctx, { action: 'user.signed-in', resourceId: 'x' });
  start();
  await until(async () => (await state())['audit.verification']?.verdict?.whole === true);
  await until(async () => (await opened.db.$count(auditCheckpoints)) > 0);
  expect(await events('audit.key-created')).toMatchObject([
    { actorKind: 'system', after: { keyId: expect.any(String) } },
  ]);
  await askForVerification({ ...ctx, correlationId: 'click' });
  await until(async () => (await state())['audit.verification']?.by === 'Ann');
  expect(await events('audit.verified')).toMatchObject([
    { result: 'ok', correlationId: null },
    { result: 'ok', correlationId: 'click' },
  ]);
  expect((await state())['audit.verification-asked']).toBeUndefined();
});

test('a broken chain is an event of its own, once', async () => {
  for (let n = 0; n < 5; n++) await recordEvent(ctx, { action: 'user.signed-in', resourceId: `${n}` });
  await opened.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update audit_events set resource_id = 'y' where resource_id = '2'`);
  });
  start();
  await until(async () => (await state())['audit.verification']?.verdict?.whole === false);
  await askForVerification(ctx);
  await until(async () => (await events('audit.verified')).length >= 2);
  expect(await events('audit.chain-broken')).toMatchObject([
    {
      result: 'failed',
      message: expect.stringContaining('row was changed'),
      after: { seq: 3, action: 'user.signed-in' },
    },
  ]);
});

test('retention removes what the policy says, and says so', async () => {
  for (const days of [300, 200, 10]) {
    await recordEvent({ ...ctx, now: () => daysAgo(days) }, { action: 'user.signed-in', resourceId: `${days}` });
  }
  start();
  expect(await previewRetention(ctx, 100)).toMatchObject({ rows: 2 });
  await setRetention(ctx, 100);
  await until(async () => (await events('audit.pruned')).length === 1);
  expect(await events('audit.pruned')).toMatchObject([{ actorName: 'Gatehouse', after: { rows: 2, keepDays: 100 } }]);
  expect(await events('user.signed-in')).toMatchObject([{ resourceId: '10' }]);
  await askForVerification(ctx);
  await until(async () => (await state())['audit.verification']?.verdict?.removed?.seq === 2);
  expect((await state())['audit.verification']?.verdict?.whole).toBe(true);
  await setRetention(ctx, null);
  const [last] = await opened.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'audit.retention-changed'))
    .orderBy(desc(auditEvents.id));
  expect(last).toMatchObject({ before: { keepDays: 100 }, after: { keepDays: 'for ever' } });
});
