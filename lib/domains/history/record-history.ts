import 'server-only';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domainHistory } from '@/lib/db/schema';
import { wasLive } from '@/lib/domains/decide/view';
import { stateOf } from '@/lib/domains/history/state-of';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { DomainStatus, HistoryState } from '@/lib/domains/model';

const keptMs = 400 * 86_400_000;
/** Due for so long: nobody was there to look. */
const overdueMs = 10 * 60_000;

type Row = typeof domainHistory.$inferInsert;

/**
 * Adds to a domain's history when its state has become another one; in the caller's transaction. An outage counts from its first failed
 * check on; the time in which nobody looked, because the console was down, as unknown. Keeps 400 days.
 */
export async function recordHistory(db: Db, domain: LoadedDomain, status: DomainStatus, now: Date): Promise<void> {
  const { id, previous } = domain;
  const after = stateOf(status);
  const before = previous === null ? null : stateOf(previous);
  const gap = gapOf(domain, now);
  if (before === after && gap === null) return;
  const [last] = await db
    .select({ at: domainHistory.at, state: domainHistory.headline })
    .from(domainHistory)
    .where(eq(domainHistory.domainId, id))
    .orderBy(desc(domainHistory.at), desc(domainHistory.id))
    .limit(1);
  const rows: Row[] = [];
  // Of a domain that was there before its history was kept.
  if (last === undefined) rows.push(firstRow(domain));
  const notBefore = last?.at ?? rows[0]?.at ?? now;
  const put = (at: Date, headline: HistoryState, sentence: string, actor: Row['actor']) =>
    rows.push({ domainId: id, at: at > notBefore ? at : notBefore, headline, sentence, actor });
  if (gap !== null) put(gap, 'Unknown', 'Nobody looked: the console was not running.', 'nobody');
  const state = rows.at(-1)?.headline ?? last?.state;
  if (state !== after) put(startOf(status, after, gap, now), after, sentenceOf(domain, status), status.actor);
  if (rows.length === 0) return;
  await db.insert(domainHistory).values(rows);
  await forgetOld(db, id, now);
}

function firstRow({ id, previous, createdAt }: LoadedDomain): Row {
  return previous === null
    ? { domainId: id, at: createdAt, headline: 'Draft', sentence: 'Not looked at yet.', actor: 'us' }
    : {
        domainId: id,
        at: new Date(previous.since),
        headline: previous.headline,
        sentence: previous.sentence,
        actor: previous.actor,
      };
}

/** Since when nobody has looked although it was time; null when it was looked at in time. */
function gapOf({ previous, nextCheckAt }: LoadedDomain, now: Date): Date | null {
  if (previous === null || nextCheckAt === null || !wasLive(previous)) return null;
  return now.getTime() - nextCheckAt.getTime() > overdueMs ? nextCheckAt : null;
}

/** When a state began: an outage with the first failed check, unless nobody looked since. */
function startOf({ watch }: DomainStatus, after: HistoryState, gap: Date | null, now: Date): Date {
  const since = watch?.failing?.since;
  if (after !== 'Broken' || since === undefined || gap !== null) return now;
  return new Date(since);
}

/** Back again: with what has been. */
function sentenceOf({ previous }: LoadedDomain, { headline, sentence }: DomainStatus): string {
  const failing = previous?.watch?.failing;
  if (headline !== 'Live' || !failing) return sentence;
  return `Answers again, after ${failing.checks === 1 ? '1 failed check' : `${failing.checks} failed checks in a row`}. ${sentence}`;
}

/** All but the last one before the limit, which tells what was at the limit. */
async function forgetOld(db: Db, domainId: string, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - keptMs);
  const newer = sql`exists (select 1 from domain_history later where later.domain_id = ${domainHistory.domainId}
    and later.at <= ${limit.toISOString()}::timestamptz and (later.at, later.id) > (${domainHistory.at}, ${domainHistory.id}))`;
  await db.delete(domainHistory).where(and(eq(domainHistory.domainId, domainId), lt(domainHistory.at, limit), newer));
}
