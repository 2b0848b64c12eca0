import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { auditChain, auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { recordEvent } from '../record-event';
import { writeRow } from '../write-row';
import { digestOf, hashOfLink } from './canonical';
import { readCheckpointFile } from './checkpoint-file';
import { auditDir, openSigningKey, readKnownKeys, type SigningKey } from './signing-key';
import type { Verdict } from './verdict';
import { verifyChain } from './verify-chain';
import { writeCheckpoint } from './write-checkpoint';

let opened: OpenDb;
let dataDir: string;
let key: SigningKey;
let ctx: Pick<Context, 'db' | 'actor' | 'now'>;
/** Ids of the rows at the places 1 to 12; checkpoints stand at 5 and 10. */
let ids: number[];
let genesis: typeof auditChain.$inferSelect;

beforeAll(async () => {
  opened = await testDb();
  [genesis = genesis] = await opened.db.select().from(auditChain);
  ctx = { db: opened.db, actor: { kind: 'user', id: 'u', name: 'Ann', ip: null }, now: () => new Date() };
});
afterAll(() => opened.close());

const say = async (count: number) => {
  for (let n = 0; n < count; n++) {
    await recordEvent(ctx, { action: 'tenant.onboarded', resourceId: `t${n}`, after: { name: `T${n}`, n, pi: 3.25 } });
  }
};
const checkpoint = () => writeCheckpoint(opened.db, { key, dataDir, now: new Date() });

/** As a superuser may: no trigger fires. */
async function past(...statements: SQL[]): Promise<void> {
  await opened.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
  });
}

const verify = (options: Partial<Parameters<typeof verifyChain>[1]> = {}): Promise<Verdict> =>
  verifyChain(opened.db, { keys: readKnownKeys(dataDir), file: readCheckpointFile(dataDir), batch: 4, ...options });

/** Everything anew: an empty log, a new key, twelve rows, two checkpoints. */
beforeEach(async () => {
  if (dataDir) rmSync(dataDir, { recursive: true });
  dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-chain-'));
  key = openSigningKey(dataDir);
  await past(
    sql`delete from audit_events`,
    sql`delete from audit_chain`,
    sql`insert into audit_chain values (0, 0, ${genesis.digest}, ${genesis.prev}, ${genesis.hash})`,
    sql`delete from audit_checkpoints`,
    sql`delete from audit_tombstones`,
  );
  await say(5);
  await checkpoint();
  await say(5);
  await checkpoint();
  await say(2);
  ids = (await opened.db.select().from(auditChain).orderBy(auditChain.seq)).slice(1).map(({ eventId }) => eventId);
});

const at = (place: number) => ids[place - 1] ?? 0;
const broken = async (options?: Parameters<typeof verify>[0]) => {
  const verdict = await verify(options);
  if (verdict.whole) throw new Error('nothing was found');
  return verdict.broken;
};

test('a whole log is whole', async () => {
  expect(await verify()).toMatchObject({ whole: true, rows: 12, from: 1, to: 12, older: 0, checkpoints: 2 });
  expect(await verify({ since: 10 })).toMatchObject({ whole: true, rows: 2, from: 11, to: 12 });
  expect(statSync(path.join(auditDir(dataDir), 'signing-key.pem')).mode & 0o777).toBe(0o600);
});

describe('found, and the first broken row is named', () => {
  const columns: [string, SQL][] = [
    ['message', sql`message = 'x'`],
    ['actor', sql`actor_name = 'Eve'`],
    ['before', sql`before = '{"a":1}'`],
    ['after', sql`after = jsonb_set(after, '{n}', '7')`],
    ['time', sql`at = at + interval '1 ms'`],
    ['result', sql`result = 'failed'`],
    ['ip', sql`ip = '1.2.3.4'`],
    ['correlation', sql`correlation_id = 'x'`],
    ['AWS calls', sql`aws_calls = '[1]'`],
    ['tenant', sql`tenant_slug = 'x'`],
    ['action', sql`action = 'user.signed-in'`],
    ['digest', sql`digest = ${'0'.repeat(64)}`],
  ];
  test.each(columns)('a changed %s', async (_, change) => {
    await past(sql`update audit_events set ${change} where id = ${at(3)}`);
    expect(await broken()).toMatchObject({
      seq: 3,
      eventId: at(3),
      sentence: expect.stringContaining('row was changed'),
    });
  });

  test('a changed link', async () => {
    await past(sql`update audit_chain set digest = ${'1'.repeat(64)} where seq = 7`);
    expect(await broken()).toMatchObject({
      seq: 7,
      eventId: at(7),
      sentence: expect.stringContaining('link was changed'),
    });
  });

  test('a row taken out', async () => {
    await past(sql`delete from audit_events where id = ${at(6)}`);
    expect(await broken()).toMatchObject({ seq: 6, eventId: at(6), sentence: expect.stringContaining('row is gone') });
  });

  test.each([4, 1])('a row taken out with its link, at place %i', async (place) => {
    await past(
      sql`delete from audit_events where id = ${at(place)}`,
      sql`delete from audit_chain where seq = ${place}`,
    );
    expect(await broken()).toMatchObject({ seq: place, sentence: expect.stringContaining(`event ${at(place + 1)}`) });
  });

  test('a row taken out with its link, and the numbers closed up', async () => {
    await past(
      sql`delete from audit_events where id = ${at(7)}`,
      sql`delete from audit_chain where seq = 7`,
      sql`update audit_chain set seq = -seq where seq > 7`,
      sql`update audit_chain set seq = -seq - 1 where seq < 0`,
    );
    expect(await broken()).toMatchObject({
      seq: 7,
      eventId: at(8),
      sentence: expect.stringContaining('does not follow'),
    });
  });

  test('two rows that changed places', async () => {
    await past(
      sql`update audit_events set id = -1 where id = ${at(8)}`,
      sql`update audit_events set id = ${at(8)} where id = ${at(9)}`,
      sql`update audit_events set id = ${at(9)} where id = -1`,
    );
    expect(await broken()).toMatchObject({ seq: 8, eventId: at(8) });
  });

  test('two links that changed places', async () => {
    await past(
      sql`update audit_chain set seq = -1 where seq = 8`,
      sql`update audit_chain set seq = 8 where seq = 9`,
      sql`update audit_chain set seq = 9 where seq = -1`,
    );
    expect(await broken()).toMatchObject({ seq: 8, eventId: at(9) });
  });

  test('the end cut off below a checkpoint', async () => {
    await past(sql`delete from audit_events where id >= ${at(9)}`, sql`delete from audit_chain where seq >= 9`);
    expect(await broken()).toMatchObject({ seq: 9, sentence: expect.stringContaining('up to place 10') });
  });

  test('the end cut off with its checkpoints: the data directory knows', async () => {
    await past(
      sql`delete from audit_events where id >= ${at(4)}`,
      sql`delete from audit_chain where seq >= 4`,
      sql`delete from audit_checkpoints`,
    );
    expect(await broken()).toMatchObject({ seq: 4, sentence: expect.stringContaining('end of the log is gone') });
  });

  test('everything emptied', async () => {
    await past(sql`truncate audit_events, audit_chain, audit_checkpoints`);
    expect(await broken()).toMatchObject({
      seq: 0,
      sentence: expect.stringContaining('beginning of the chain is gone'),
    });
    await say(1);
    expect((await verify()).whole).toBe(false);
  });

  test('everything emptied but the beginning', async () => {
    await past(
      sql`delete from audit_events`,
      sql`delete from audit_chain where seq > 0`,
      sql`delete from audit_checkpoints`,
    );
    expect(await broken()).toMatchObject({ seq: 1, sentence: expect.stringContaining('up to place 10') });
  });

  test('a row written past the triggers', async () => {
    const content = {
      ...(await opened.db.select().from(auditEvents))[0],
      id: 999_999_999,
    } as typeof auditEvents.$inferSelect;
    await opened.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.insert(auditEvents).values(content);
    });
    expect(await broken()).toMatchObject({ seq: null, eventId: 999_999_999, action: 'tenant.onboarded' });
  });

  test('a row made to look older than the chain', async () => {
    await past(
      sql`alter table audit_events drop constraint audit_has_digest`,
      sql`update audit_events set digest = null where id = ${at(2)}`,
      sql`alter table audit_events add constraint audit_has_digest check (digest is not null and digest ~ '^[0-9a-f]{64}$') not valid`,
    );
    expect(await broken()).toMatchObject({ seq: 0, sentence: expect.stringContaining('lost their digest') });
  });

  test('the whole chain computed anew after a change: the next checkpoint disagrees', async () => {
    await rewrite(3);
    expect(await broken()).toMatchObject({ seq: 5, sentence: expect.stringContaining('place 1 to 5') });
    expect(await broken({ file: undefined })).toMatchObject({ seq: 5 });
    await past(sql`delete from audit_checkpoints`);
    expect(await broken()).toMatchObject({ seq: 5, sentence: expect.stringContaining('rewritten') });
    // A console that goes on by itself does not sign it as if it were whole: the old checkpoints are in the file.
    await checkpoint();
    expect(await broken()).toMatchObject({ seq: 5 });
  });

  test('computed anew, with checkpoints signed by a key of somebody else', async () => {
    await rewrite(3);
    await past(sql`delete from audit_checkpoints`);
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'gatehouse-chain-'));
    const strange = openSigningKey(elsewhere);
    await writeCheckpoint(opened.db, { key: strange, dataDir: elsewhere, now: new Date() });
    expect(await broken({ file: undefined })).toMatchObject({ seq: 12, sentence: expect.stringContaining(strange.id) });
    expect(await checkpoint()).toEqual({ kind: 'nothing-new' });
    await say(1);
    expect(await checkpoint()).toEqual({ kind: 'other-key', keyId: strange.id });
    rmSync(elsewhere, { recursive: true });
  });

  test('a changed checkpoint', async () => {
    await past(sql`update audit_checkpoints set at = at - interval '1 day' where seq = 5`);
    expect(await broken()).toMatchObject({ seq: 5, sentence: expect.stringContaining('not as it was signed') });
  });

  test('a checkpoint that is gone from the database', async () => {
    await past(sql`delete from audit_checkpoints where seq = 5`);
    expect(await broken()).toMatchObject({ seq: 5, sentence: expect.stringContaining('gone from the database') });
  });

  test('a tombstone that nobody signed', async () => {
    await past(
      sql`insert into audit_tombstones (seq, hash, rows, until, at, key_id, signature)
        select seq, hash, 4, now() - interval '100 days', now(), ${key.id}, ${randomBytes(64).toString('base64')}
        from audit_chain where seq = 4`,
      sql`delete from audit_events where id <= ${at(4)}`,
      sql`delete from audit_chain where seq <= 4`,
    );
    expect(await broken()).toMatchObject({ seq: 4, sentence: expect.stringContaining('not as it was signed') });
  });

  test('what was changed since the last checkpoint is not signed', async () => {
    await past(sql`update audit_events set message = 'x' where id = ${at(12)}`);
    expect(await checkpoint()).toMatchObject({ kind: 'broken', broken: { seq: 12, eventId: at(12) } });
  });
});

test('a line of the file that a crash cut off is left out', async () => {
  writeFileSync(path.join(auditDir(dataDir), 'checkpoints.jsonl'), '{"seq":12,"ha', { flag: 'a' });
  await checkpoint();
  const seqs: number[] = [];
  for await (const { seq } of readCheckpointFile(dataDir)) seqs.push(seq);
  expect(seqs).toEqual([5, 10, 12]);
  expect((await verify()).whole).toBe(true);
});

test('a rolled-back transaction leaves no gap', async () => {
  const attempt = opened.db.transaction(async (tx) => {
    await writeRow({ ...ctx, db: tx }, { action: 'user.signed-in', resourceId: 'x' }, { phase: 'event' });
    throw new Error('no');
  });
  await expect(attempt).rejects.toThrow('no');
  await say(1);
  expect(await verify()).toMatchObject({ whole: true, to: 13 });
});

test('eight writers at the same time make one chain', async () => {
  const writer = async (name: string) => {
    for (let n = 0; n < 10; n++) {
      await opened.db.transaction(async (tx) => {
        await recordEvent({ ...ctx, db: tx }, { action: 'user.signed-in', resourceId: `${name}/${n}/a` });
        await recordEvent({ ...ctx, db: tx }, { action: 'user.signed-out', resourceId: `${name}/${n}/b` });
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => writer(`w${n}`)));
  expect(await verify()).toMatchObject({ whole: true, rows: 172, to: 172 });
});

/** What somebody with all of the database may do: change a row, and compute digests and hashes anew. */
async function rewrite(place: number): Promise<void> {
  const rows = await opened.db.select().from(auditEvents).orderBy(auditEvents.id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const links = await opened.db.select().from(auditChain).orderBy(auditChain.seq);
  let prev = links[0]?.hash ?? '';
  const statements: SQL[] = [];
  for (const link of links.slice(1)) {
    const row = byId.get(link.eventId);
    if (row === undefined) throw new Error('no row');
    if (link.seq === place) row.actorName = 'Nobody';
    const digest = digestOf(row);
    const hash = hashOfLink({ ...link, digest, prev });
    statements.push(
      sql`update audit_events set actor_name = ${row.actorName}, digest = ${digest} where id = ${row.id}`,
      sql`update audit_chain set digest = ${digest}, prev = ${prev}, hash = ${hash} where seq = ${link.seq}`,
    );
    prev = hash;
  }
  await past(...statements);
}
