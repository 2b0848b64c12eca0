import 'server-only';
import { desc, eq, gte, isNull, lt, max, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditChain, auditEvents, auditTombstones } from '@/lib/db/schema';
import { tombstoneText } from './signed';
import type { SigningKey } from './signing-key';

/** What retention would remove. */
export interface Prunable {
  /** Last place in the chain that goes. */
  seq: number;
  hash: string;
  rows: number;
  /** Time of the newest row that goes. */
  until: Date;
}

/**
 * What a retention that ends at `before` would remove: the beginning of the chain, up to the first row that is younger. Rows older than
 * the chain go with its beginning, all of them or none. Null: nothing.
 */
export async function findPrunable(db: Db, before: Date): Promise<Prunable | null> {
  const [older] = await db
    .select({ newest: max(auditEvents.at), rows: sql<number>`count(*)::int` })
    .from(auditEvents)
    .where(isNull(auditEvents.digest));
  if (older?.newest && older.newest >= before) return null;
  const [kept] = await db
    .select({ seq: sql<number | null>`min(${auditChain.seq})::float8` })
    .from(auditChain)
    .innerJoin(auditEvents, eq(auditEvents.id, auditChain.eventId))
    .where(gte(auditEvents.at, before));
  const upTo = kept?.seq == null ? sql`true` : lt(auditChain.seq, kept.seq);
  const [last] = await db.select().from(auditChain).where(upTo).orderBy(desc(auditChain.seq)).limit(1);
  if (last === undefined) return null;
  const [going] = await db
    .select({ rows: sql<number>`count(*)::int`, newest: max(auditEvents.at) })
    .from(auditChain)
    .innerJoin(auditEvents, eq(auditEvents.id, auditChain.eventId))
    .where(upTo);
  const rows = (going?.rows ?? 0) + (older?.rows ?? 0);
  const until = going?.newest ?? older?.newest;
  if (rows === 0 || until == null) return null;
  const latest = older?.newest != null && older.newest > until ? older.newest : until;
  return { seq: last.seq, hash: last.hash, rows, until: latest };
}

const batch = 5_000;

/**
 * Removes what {@link findPrunable} finds: the signed tombstone is committed first, then the rows go in batches. Cut off in between, the
 * next run goes on.
 *
 * @returns the tombstone's numbers, or null when nothing new was to be removed
 */
export async function prune(
  db: Db,
  { key, before, now }: { key: SigningKey; before: Date; now: Date },
): Promise<Prunable | null> {
  await removeCovered(db);
  const found = await findPrunable(db, before);
  if (found === null) return null;
  const unsigned = { ...found, at: now, keyId: key.id };
  await db.insert(auditTombstones).values({ ...unsigned, signature: key.sign(tombstoneText(unsigned)) });
  await removeCovered(db);
  return found;
}

async function removeCovered(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ gone: number }>(sql`select audit_prune(${batch}) as gone`);
    if ((rows[0]?.gone ?? 0) === 0) return;
  }
}
