import 'server-only';
import { and, asc, count, desc, eq, gt, isNull, lte, max, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditChain, auditCheckpoints, auditEvents, auditTombstones } from '@/lib/db/schema';
import { canonicalJson, digestOf, hashOfLink, sha256 } from './canonical';
import { type Checkpoint, checkpointText, type Tombstone, tombstoneText } from './signed';
import { checkSignature, type KnownKeys } from './signing-key';
import type { Break, Covered, Verdict } from './verdict';

interface Options {
  /** Keys whose signatures count. */
  keys: KnownKeys;
  /** Checkpoints kept beside the database, in the order of the chain. */
  file?: AsyncIterable<Checkpoint>;
  /** Only what follows this place, whose link is taken as it stands. */
  since?: number;
  /** Called after each batch; throw to stop. */
  onProgress?: (progress: { rows: number; total: number }) => void | Promise<void>;
  batch?: number;
}

/** Stops the walk; never leaves this file. */
class Broken extends Error {
  constructor(readonly at: Break) {
    super(at.sentence);
  }
}

const zeros = '0'.repeat(64);
const nothing: Break = { seq: null, eventId: null, at: null, action: null, sentence: '' };

/**
 * Walks the whole chain with constant memory: every row's digest, every link, the signed checkpoints of the table and of the file, the
 * tombstones, rows outside of the chain. Rows written meanwhile are looked at, too, and retention may run beside it. Stops at the
 * first thing that is wrong.
 *
 * @throws errors of the database, and what `onProgress` throws
 */
export async function verifyChain(db: Db, options: Options): Promise<Verdict> {
  const covered: Covered = {
    rows: 0,
    from: null,
    to: null,
    older: 0,
    checkpoints: 0,
    lastCheckpoint: null,
    removed: null,
  };
  try {
    await walk(db, options, covered);
    return { whole: true, ...covered };
  } catch (error) {
    if (error instanceof Broken) return { whole: false, broken: error.at, ...covered };
    throw error;
  }
}

async function walk(db: Db, options: Options, covered: Covered): Promise<void> {
  const { keys, batch = 1_000 } = options;
  let tombstone = await lastTombstone(db, keys);
  const begin = await beginning(db, options.since, tombstone, covered);
  const total = await countLinks(db, begin.seq);
  const file = pointsOf(options.file, Math.max(begin.seq, tombstone?.seq ?? -1));
  let head = begin;
  for (;;) {
    const rows = await readLinks(db, head.seq, batch);
    const first = rows[0];
    if (first === undefined) break;
    if (first.link.seq !== head.seq + 1) {
      // Retention may have passed by.
      const later = await lastTombstone(db, keys);
      if (later !== null && later.seq > head.seq && later.seq !== tombstone?.seq) {
        tombstone = later;
        head = { seq: later.seq, hash: later.hash };
        continue;
      }
    }
    const table = await readCheckpoints(db, head.seq, rows.at(-1)?.link.seq ?? head.seq);
    for (const row of rows) {
      head = checkLink(row, head);
      const checkpoint = table.get(head.seq);
      if (checkpoint !== undefined) {
        checkCheckpoint(checkpoint, head, row, keys, covered);
        covered.checkpoints++;
        covered.lastCheckpoint = { seq: checkpoint.seq, at: checkpoint.at.toISOString() };
      }
      // Most rows have none; waiting for nothing at each of them would take as long as its hashes.
      if (file.nextSeq() <= head.seq) {
        for await (const kept of file.upTo(head.seq)) {
          checkCheckpoint(kept, head, row, keys, covered);
          if (!table.has(kept.seq)) throw new Broken({ ...placeOf(row), sentence: goneCheckpoint(kept) });
        }
      }
      covered.rows++;
      covered.from ??= head.seq;
      covered.to = head.seq;
    }
    await options.onProgress?.({ rows: covered.rows, total: Math.max(total, covered.rows) });
  }
  covered.removed = tombstone && { seq: tombstone.seq, until: tombstone.until.toISOString() };
  await checkEnd(db, head, file, tombstone);
  if (options.since === undefined) await checkOutside(db, tombstone);
}

interface Head {
  seq: number;
  hash: string;
}

/** Where the walk begins, after having looked at what stands before it. */
async function beginning(
  db: Db,
  since: number | undefined,
  tombstone: Tombstone | null,
  covered: Covered,
): Promise<Head> {
  covered.older = await db.$count(auditEvents, isNull(auditEvents.digest));
  if (since !== undefined && since > (tombstone?.seq ?? 0)) {
    const [link] = await db.select().from(auditChain).where(eq(auditChain.seq, since));
    if (link) return { seq: since, hash: link.hash };
    throw new Broken({ ...nothing, seq: since, sentence: `There is no link ${since} in the chain.` });
  }
  if (tombstone !== null) return { seq: tombstone.seq, hash: tombstone.hash };
  const [genesis] = await db.select().from(auditChain).where(eq(auditChain.seq, 0));
  const at = { ...nothing, seq: 0 };
  if (genesis === undefined) throw new Broken({ ...at, sentence: 'The beginning of the chain is gone.' });
  if (genesis.prev !== zeros || genesis.hash !== hashOfLink(genesis)) {
    throw new Broken({ ...at, sentence: 'The beginning of the chain was changed.' });
  }
  const [older] = await db
    .select({ rows: count(), lastId: max(auditEvents.id) })
    .from(auditEvents)
    .where(isNull(auditEvents.digest));
  const says = sha256(canonicalJson({ lastId: older?.lastId ?? 0, rows: older?.rows ?? 0 }));
  if (says !== genesis.digest) {
    throw new Broken({
      ...at,
      sentence: 'Rows from before the chain were added or removed, or rows lost their digest.',
    });
  }
  return { seq: 0, hash: genesis.hash };
}

/** The newest tombstone; all of them are signed by a known key. */
async function lastTombstone(db: Db, keys: KnownKeys): Promise<Tombstone | null> {
  const all = await db.select().from(auditTombstones).orderBy(asc(auditTombstones.seq));
  for (const tombstone of all) {
    const place = { ...nothing, seq: tombstone.seq, at: tombstone.at.toISOString() };
    const signed = checkSignature(keys, tombstone, tombstoneText(tombstone));
    if (signed === 'bad') {
      throw new Broken({ ...place, sentence: `The tombstone up to place ${tombstone.seq} is not as it was signed.` });
    }
    if (signed === 'unknown-key') throw new Broken({ ...place, sentence: unknownKey('tombstone', tombstone) });
  }
  return all.at(-1) ?? null;
}

type Row = Awaited<ReturnType<typeof readLinks>>[number];

function readLinks(db: Db, after: number, limit: number) {
  return db
    .select({ link: auditChain, event: auditEvents })
    .from(auditChain)
    .leftJoin(auditEvents, eq(auditEvents.id, auditChain.eventId))
    .where(gt(auditChain.seq, after))
    .orderBy(asc(auditChain.seq))
    .limit(limit);
}

async function countLinks(db: Db, after: number): Promise<number> {
  const [row] = await db.select({ last: auditChain.seq }).from(auditChain).orderBy(desc(auditChain.seq)).limit(1);
  return Math.max(0, (row?.last ?? 0) - after);
}

/** The link follows the one before, and its row is what it says; answers the new head. */
function checkLink(row: Row, head: Head): Head {
  const { link, event } = row;
  const refuse = (sentence: string, seq = link.seq): never => {
    throw new Broken({ ...placeOf(row), seq, sentence });
  };
  if (link.seq !== head.seq + 1) {
    const last = link.seq - 1;
    const gone = last === head.seq + 1 ? `Link ${last} is` : `Links ${head.seq + 1} to ${last} are`;
    throw new Broken({
      ...nothing,
      seq: head.seq + 1,
      sentence: `${gone} gone; the next row that is there is event ${link.eventId}.`,
    });
  }
  if (link.prev !== head.hash)
    refuse('It does not follow from the link before it: one of the two was changed, or their order.');
  if (link.hash !== hashOfLink(link)) refuse('The link was changed: its hash is not that of what it says.');
  if (event === null) return refuse('The row is gone; its link is still there.');
  if (digestOf(event) !== event.digest || event.digest !== link.digest) {
    refuse('The row was changed: its content is not what was written.');
  }
  return { seq: link.seq, hash: link.hash };
}

function placeOf({ link, event }: Row): Break {
  return {
    seq: link.seq,
    eventId: link.eventId,
    at: event?.at.toISOString() ?? null,
    action: event?.action ?? null,
    sentence: '',
  };
}

async function readCheckpoints(db: Db, after: number, upTo: number): Promise<Map<number, Checkpoint>> {
  const all = await db
    .select()
    .from(auditCheckpoints)
    .where(and(gt(auditCheckpoints.seq, after), lte(auditCheckpoints.seq, upTo)))
    .orderBy(asc(auditCheckpoints.seq));
  return new Map(all.map((checkpoint) => [checkpoint.seq, checkpoint]));
}

function checkCheckpoint(checkpoint: Checkpoint, head: Head, row: Row, keys: KnownKeys, covered: Covered): void {
  const place = placeOf(row);
  const signed = checkSignature(keys, checkpoint, checkpointText(checkpoint));
  if (signed === 'bad') {
    throw new Broken({ ...place, sentence: `The checkpoint at place ${head.seq} is not as it was signed.` });
  }
  if (signed === 'unknown-key') throw new Broken({ ...place, sentence: unknownKey('checkpoint', checkpoint) });
  if (checkpoint.hash === head.hash) return;
  const from = (covered.lastCheckpoint?.seq ?? 0) + 1;
  throw new Broken({
    ...place,
    sentence: `The chain was rewritten: the checkpoint of ${checkpoint.at.toISOString()} vouches for another link here, so a row from place ${from} to ${head.seq} was changed.`,
  });
}

/** The chain reaches as far as the checkpoints say. */
async function checkEnd(db: Db, head: Head, file: Points, tombstone: Tombstone | null): Promise<void> {
  const removed = tombstone?.seq ?? -1;
  const [beyond] = await db
    .select()
    .from(auditCheckpoints)
    .where(gt(auditCheckpoints.seq, Math.max(head.seq, removed)))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1);
  let last: Checkpoint | undefined = beyond;
  for await (const checkpoint of file.upTo(Number.POSITIVE_INFINITY)) {
    if (checkpoint.seq > (last?.seq ?? head.seq)) last = checkpoint;
  }
  if (last === undefined || last.seq <= head.seq) return;
  throw new Broken({
    ...nothing,
    seq: head.seq + 1,
    at: last.at.toISOString(),
    sentence: `The end of the log is gone: a checkpoint of ${last.at.toISOString()} vouches for rows up to place ${last.seq}.`,
  });
}

/** Rows that nobody linked: written past the triggers. */
async function checkOutside(db: Db, tombstone: Tombstone | null): Promise<void> {
  const [forged] = await db
    .select()
    .from(auditEvents)
    .where(
      tombstone === null
        ? sql`${auditEvents.digest} is not null and ${unlinked}`
        : sql`(${auditEvents.digest} is not null or ${auditEvents.at} > ${tombstone.until.toISOString()}::timestamptz) and ${unlinked}`,
    )
    .orderBy(asc(auditEvents.id))
    .limit(1);
  if (forged === undefined) return;
  throw new Broken({
    seq: null,
    eventId: forged.id,
    at: forged.at.toISOString(),
    action: forged.action,
    sentence: 'The row is in no link of the chain: it was not written by the console.',
  });
}

const unlinked = sql`not exists (select 1 from ${auditChain} where ${auditChain.eventId} = ${auditEvents.id})`;

const goneCheckpoint = ({ seq, at }: Checkpoint) =>
  `The checkpoint of ${at.toISOString()} at place ${seq} is in the data directory, but gone from the database.`;

const unknownKey = (what: string, { seq, keyId }: Checkpoint) =>
  `The ${what} at place ${seq} is signed by key ${keyId}, which is not known here; put the other console's signing-key.pub.pem into audit/known-keys, if it is one of yours.`;

interface Points {
  /** The checkpoints up to a place that weren't taken yet. */
  upTo(seq: number): AsyncGenerator<Checkpoint>;
  /** Place of the next one; infinite when there is none, its opposite before the file was looked into. */
  nextSeq(): number;
}

/** The file's checkpoints beside the walk; it is never in memory as a whole. */
function pointsOf(file: AsyncIterable<Checkpoint> | undefined, after: number): Points {
  const source = file?.[Symbol.asyncIterator]();
  let next: Checkpoint | null = null;
  let ended = source === undefined;
  async function pull() {
    while (source !== undefined && next === null && !ended) {
      const { done, value } = await source.next();
      if (done) ended = true;
      else if (value.seq > after) next = value;
    }
  }
  return {
    nextSeq: () => next?.seq ?? (ended ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    async *upTo(seq) {
      for (await pull(); next !== null && next.seq <= seq; await pull()) {
        const taken: Checkpoint = next;
        next = null;
        yield taken;
      }
    },
  };
}
