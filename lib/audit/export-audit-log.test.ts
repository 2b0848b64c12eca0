import { setTimeout as sleep } from 'node:timers/promises';
import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { AuditConditions } from './conditions';
import { type ExportFormat, exportAuditLog } from './export-audit-log';
import { recordEvent } from './record-event';

let opened: OpenDb;
let ctx: Context;
const many = 20_000;

beforeAll(async () => {
  opened = await testDb();
  const actor = { kind: 'user', id: 'u1', name: 'Olga', ip: '192.0.2.7' } as const;
  ctx = { db: opened.db, actor, now: () => new Date() } as Context;
  for (const resourceId of ['=cmd|x', '+1', '-1', '@SUM(A1)', 'with "quotes", commas\nand lines', 'plain']) {
    await recordEvent(ctx, { action: 'user.sign-in-refused', resourceId });
  }
  await opened.db.execute(sql`
    insert into audit_events (phase, actor_kind, actor_name, action, resource_type, resource_id, result, digest, after)
    select 'event', 'system', 'bulk', 'user.signed-in', 'user', 'u' || n, 'ok', repeat('a', 64),
      jsonb_build_object('text', repeat('x', 500))
    from generate_series(1, ${many}) n`);
});
afterAll(() => opened.close());

const start = (format: ExportFormat, conditions: AuditConditions = {}) =>
  exportAuditLog(ctx, { format, conditions, asked: { test: 'yes' } });
const lastExport = async () =>
  (await opened.db.select().from(auditEvents).orderBy(asc(auditEvents.id)))
    .filter((row) => row.action === 'audit.exported')
    .slice(-2);

test('CSV quotes what a spreadsheet would compute or split', async () => {
  const text = await new Response(await start('csv', { actor: 'Olga' })).text();
  expect(text.split('\n')[0]).toMatch(/^id,at,finishedAt,actorKind,actorName,/);
  for (const cell of ["'=cmd|x", "'+1", "'-1", "'@SUM(A1)", '"with ""quotes"", commas\nand lines"', 'plain']) {
    expect(text).toContain(`,user,${cell},`);
  }
  expect(await lastExport()).toMatchObject([
    { phase: 'intent', after: { format: 'csv', filter: { test: 'yes' } } },
    { phase: 'outcome', result: 'ok', after: { format: 'csv', filter: { test: 'yes' }, rows: 6 } },
  ]);
});

test('JSON Lines has everything, once, and memory stays flat', async () => {
  const stream = await start('jsonl', { actor: 'bulk' });
  const decoder = new TextDecoder();
  const ids = new Set<number>();
  let rest = '';
  let highest = 0;
  global.gc?.();
  const base = process.memoryUsage().heapUsed;
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) ids.add((JSON.parse(line) as { id: number }).id);
    highest = Math.max(highest, process.memoryUsage().heapUsed - base);
  }
  expect(ids.size).toBe(many);
  // The rows are 12 MB of text alone, and several times that as objects.
  expect(highest / 1e6).toBeLessThan(120);
});

test('a word of very many rows finds them, outcomes included', async () => {
  const text = await new Response(await start('jsonl', { search: 'bulk' })).text();
  expect(text.split('\n')).toHaveLength(many + 1);
});

test('reads no further than it is taken, and says how far it got when it is cut off', async () => {
  const reader = (await start('jsonl')).getReader();
  await reader.read();
  await sleep(200);
  await reader.cancel();
  const [, outcome] = await lastExport();
  expect(outcome).toMatchObject({ phase: 'outcome', result: 'failed', message: expect.stringContaining('receiver') });
  expect((outcome?.after as { rows: number } | undefined)?.rows ?? many).toBeLessThanOrEqual(1_500);
});
