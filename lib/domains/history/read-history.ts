import 'server-only';
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domainHistory, domains } from '@/lib/db/schema';
import type { HistoryEntry } from '@/lib/domains/history/model';
import { stateOf } from '@/lib/domains/history/state-of';
import type { DomainStatus } from '@/lib/domains/model';

/**
 * A domain's states since a time, with the one that held then, oldest first. Of a domain that was there before its history was kept, at
 * least its present one. The caller has made sure that the reader may see the domain.
 */
export async function readHistory(db: Db, domainId: string, since: Date): Promise<HistoryEntry[]> {
  // The last one at or before `since`; all of them when there is none.
  const start = sql`coalesce((select max(at) from domain_history where domain_id = ${domainId}
    and at <= ${since.toISOString()}::timestamptz), '-infinity')`;
  const rows = await db
    .select()
    .from(domainHistory)
    .where(and(eq(domainHistory.domainId, domainId), gte(domainHistory.at, start)))
    .orderBy(asc(domainHistory.at), asc(domainHistory.id));
  if (rows.length > 0)
    return rows.map(({ at, headline, sentence, actor }) => ({
      at: at.toISOString(),
      state: headline,
      sentence,
      actor,
    }));
  const [domain] = await db.select({ status: domains.status }).from(domains).where(eq(domains.id, domainId));
  return domain?.status == null ? [] : [presentOf(domain.status)];
}

function presentOf(status: DomainStatus): HistoryEntry {
  return { at: status.since, state: stateOf(status), sentence: status.sentence, actor: status.actor };
}
