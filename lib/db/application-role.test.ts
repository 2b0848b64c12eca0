import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { prune } from '@/lib/audit/chain/prune';
import { openSigningKey, readKnownKeys } from '@/lib/audit/chain/signing-key';
import { verifyChain } from '@/lib/audit/chain/verify-chain';
import { writeCheckpoint } from '@/lib/audit/chain/write-checkpoint';
import { recordEvent } from '@/lib/audit/record-event';
import { openPostgres } from './open-postgres';
import { testDb } from './test-db';

/** The statements that the documentation tells operators to run. */
function documentedGrants(): string {
  const text = readFileSync('docs/operations.md', 'utf8');
  const block = /```sql\n([\s\S]*?grant[\s\S]*?)```/.exec(text)?.[1];
  if (block === undefined) throw new Error('docs/operations.md shows no grants');
  return block;
}

test.skipIf(!process.env.TEST_DATABASE_URL)(
  'a role with the documented rights can do what the console needs',
  async () => {
    const owner = await testDb();
    const { rows } = await owner.db.execute<{ name: string }>(sql`select current_database() as name`);
    const database = rows[0]?.name ?? '';
    const role = `${database}_app`;
    const dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-role-'));
    await owner.db.execute(sql.raw(documentedGrants().replaceAll('gatehouse_app', role).replaceAll("'…'", "'secret'")));
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${database}`;
    url.username = role;
    url.password = 'secret';
    const app = await openPostgres(url.href);
    try {
      const ctx = (daysAgo: number) => ({
        db: app.db,
        actor: { kind: 'system', name: 'Gatehouse' } as const,
        now: () => new Date(Date.now() - daysAgo * 86_400_000),
      });
      for (const days of [300, 200, 1]) await recordEvent(ctx(days), { action: 'user.signed-in', resourceId: 'x' });
      const key = openSigningKey(dataDir);
      const now = new Date();
      expect(await writeCheckpoint(app.db, { key, dataDir, now })).toMatchObject({ kind: 'written' });
      expect(await prune(app.db, { key, before: ctx(100).now(), now })).toMatchObject({ rows: 2 });
      expect(await verifyChain(app.db, { keys: readKnownKeys(dataDir) })).toMatchObject({ whole: true, rows: 1 });
      for (const statement of [
        'update audit_events set message = null',
        'delete from audit_events',
        'truncate audit_events',
        'insert into audit_chain values (9, 9, 1, 1, 1)',
        'delete from audit_chain',
        'update audit_checkpoints set seq = 1',
        'delete from audit_tombstones',
        'alter table audit_events disable trigger all',
        'drop trigger audit_events_link on audit_events',
        'create table public.mine (id int)',
      ]) {
        await expect(app.db.execute(sql.raw(statement)), statement).rejects.toMatchObject({ cause: { code: '42501' } });
      }
    } finally {
      await app.close();
      await owner.close();
      rmSync(dataDir, { recursive: true });
      const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
      await client.connect();
      await client.query(`drop role ${role}`);
      await client.end();
    }
  },
);
