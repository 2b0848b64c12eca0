// One task of the bench of the audit log, in a process of its own, so that its memory is its own: `audit-work.ts <task> <rows>`. Prints one
// line of JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { digestOf } from '@/lib/audit/chain/canonical';
import { readCheckpointFile } from '@/lib/audit/chain/checkpoint-file';
import { openSigningKey, readKnownKeys } from '@/lib/audit/chain/signing-key';
import { verifyChain } from '@/lib/audit/chain/verify-chain';
import { writeCheckpoint } from '@/lib/audit/chain/write-checkpoint';
import { type ExportFormat, exportAuditLog } from '@/lib/audit/export-audit-log';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { openDb } from '@/lib/db/open-db';
import { env } from '@/lib/env';

const [task = '', count = '0'] = process.argv.slice(2);
const rows = Number(count);
const { dataDir, databaseUrl } = env();
const opened = await openDb({ dataDir, databaseUrl });
const { db } = opened;
const contextOf = (name: string) =>
  ({
    db,
    actor: { kind: 'user', id: name, name: `${name}@example.org`, ip: '192.0.2.7' },
    now: () => new Date(),
  }) as Context;

/** Eight writers, each with transactions of one event, as actions make them. */
async function append(): Promise<void> {
  const each = Math.ceil(rows / 8);
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      const ctx = contextOf(`writer${writer}`);
      for (let n = 0; n < each; n++) {
        const before = { name: 'Acme', contactEmail: null };
        const after = { name: `Acme ${n}`, contactEmail: 'ops@acme.example' };
        await db.transaction((tx) =>
          recordEvent(
            { ...ctx, db: tx },
            { action: 'tenant.updated', resourceId: `t${n}`, tenantSlug: `t${n}`, before, after },
          ),
        );
      }
    }),
  );
}

const actions = ['tenant.updated', 'domain.checked-now', 'user.signed-in', 'change-set.edited'] as const;
const types = {
  'tenant.updated': 'tenant',
  'domain.checked-now': 'domain',
  'user.signed-in': 'user',
  'change-set.edited': 'change-set',
};

/** A year of rows, linked by the database's own trigger. */
async function load(): Promise<void> {
  const batch = 5_000;
  const begin = Date.now() - 365 * 86_400_000;
  for (let from = 0; from < rows; from += batch) {
    const values = Array.from({ length: Math.min(batch, rows - from) }, (_, index) => rowOf(from + index, begin));
    await db.execute(sql`
      insert into audit_events (at, phase, actor_kind, actor_id, actor_name, ip, action, resource_type, resource_id, tenant_slug,
        result, message, before, after, digest)
      select * from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(at timestamptz, phase text, actor_kind text,
        actor_id text, actor_name text, ip text, action text, resource_type text, resource_id text, tenant_slug text, result text,
        message text, before jsonb, after jsonb, digest text)`);
  }
  await db.execute(sql`analyze audit_events`);
  await db.execute(sql`analyze audit_chain`);
}

function rowOf(n: number, begin: number) {
  const action = actions[n % actions.length] ?? 'tenant.updated';
  const tenant = `tenant-${n % 997}`;
  const failed = n % 211 === 0;
  const content = {
    at: new Date(begin + Math.floor((n * 365 * 86_400_000) / rows)),
    phase: 'event',
    actorKind: 'user',
    actorId: `user-${n % 40}`,
    actorName: `user${n % 40}@example.org`,
    ip: '192.0.2.7',
    action,
    resourceType: types[action],
    resourceId: `shop-${n}.${tenant}.example.com`,
    tenantSlug: tenant,
    result: failed ? 'failed' : 'ok',
    message: failed ? 'AWS asks us to slow down.' : null,
    before: { name: `Acme ${n - 1}`, contactEmail: null },
    after: { name: `Acme ${n}`, contactEmail: 'ops@acme.example' },
  };
  return {
    at: content.at,
    phase: content.phase,
    actor_kind: content.actorKind,
    actor_id: content.actorId,
    actor_name: content.actorName,
    ip: content.ip,
    action,
    resource_type: content.resourceType,
    resource_id: content.resourceId,
    tenant_slug: tenant,
    result: content.result,
    message: content.message,
    before: content.before,
    after: content.after,
    digest: digestOf(content),
  };
}

async function verify(): Promise<void> {
  const verdict = await verifyChain(db, { keys: readKnownKeys(dataDir), file: readCheckpointFile(dataDir) });
  if (!verdict.whole) throw new Error(verdict.broken.sentence);
}

async function sign(on: Db): Promise<void> {
  await writeCheckpoint(on, { key: openSigningKey(dataDir), dataDir, now: new Date() });
}

async function download(format: ExportFormat): Promise<void> {
  let bytes = 0;
  const stream = await exportAuditLog(contextOf('reader'), { format, conditions: {}, asked: {} });
  for await (const chunk of stream) bytes += chunk.length;
  if (bytes < rows * 100) throw new Error(`only ${bytes} bytes`);
}

const tasks: Record<string, () => Promise<void>> = {
  append,
  load,
  verify,
  sign: () => sign(db),
  csv: () => download('csv'),
  jsonl: () => download('jsonl'),
};

const work = tasks[task];
if (!work) throw new Error(`no task ${task}`);
let highest = 0;
const sampling = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 50);
await sleep(100);
const idle = process.memoryUsage.rss();
const started = performance.now();
await work();
const seconds = (performance.now() - started) / 1_000;
clearInterval(sampling);
await opened.close();
console.log(JSON.stringify({ seconds, peakMb: Math.max(highest, idle) / 2 ** 20, idleMb: idle / 2 ** 20 }));
process.exit(0);
