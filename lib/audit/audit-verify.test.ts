import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDb, openDb } from '@/lib/db/open-db';
import { openSigningKey } from './chain/signing-key';
import { writeCheckpoint } from './chain/write-checkpoint';
import { recordEvent } from './record-event';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-verify-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

function run(...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/audit-verify.ts', ...options],
    {
      env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: process.env.HOME, GATEHOUSE_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

async function withDb(work: (opened: OpenDb) => Promise<void>): Promise<void> {
  const opened = await openDb({ databaseUrl: null, dataDir });
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

test('npm run audit:verify: whole, broken with the row named, and not readable', async () => {
  await withDb(async ({ db }) => {
    const ctx = { db, actor: { kind: 'system', name: 'Gatehouse' } as const, now: () => new Date() };
    for (let n = 0; n < 4; n++) await recordEvent(ctx, { action: 'user.signed-in', resourceId: `u${n}` });
    await writeCheckpoint(db, { key: openSigningKey(dataDir), dataDir, now: new Date() });
    // The console has the database open.
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('Verify now') });
  });
  expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('whole: 4 rows, places 1 to 4') });
  await withDb(async ({ db }) => {
    await db.execute(sql`alter table audit_events disable trigger all`);
    await db.execute(sql`update audit_events set actor_name = 'Eve' where resource_id = 'u1'`);
  });
  const { code, out } = await run();
  expect(code).toBe(1);
  expect(out).toMatch(/^BROKEN at place 2, event \d+, user\.signed-in, .*\n {2}The row was changed/);
}, 300_000);
