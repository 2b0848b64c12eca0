import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import type { HistoryEntry } from '@/lib/domains/history/model';
import type { Actor, HistoryState } from '@/lib/domains/model';

/** More changes than that don't fit a row of a list; older ones are left out. */
const mostEntries = 100;

interface Row extends Record<string, unknown> {
  domain_id: string;
  at: string | Date;
  headline: HistoryState;
  actor: Actor;
}

/**
 * The states of some domains since a time, each with the one that held then, oldest first, in one query; without sentences, which nobody reads
 * in a list. The caller has made sure that the reader may see the domains.
 */
export async function readHistories(db: Db, domainIds: string[], since: Date): Promise<Map<string, HistoryEntry[]>> {
  const found = new Map<string, HistoryEntry[]>();
  if (domainIds.length === 0) return found;
  const ids = sql.join(
    domainIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  const start = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await db.execute<Row>(sql`
    select h.domain_id, h.at, h.headline, h.actor
    from (values ${ids}) as wanted (id)
    cross join lateral (
      (select id, domain_id, at, headline, actor from domain_history
        where domain_id = wanted.id and at > ${start} order by at desc, id desc limit ${mostEntries})
      union all
      (select id, domain_id, at, headline, actor from domain_history
        where domain_id = wanted.id and at <= ${start} order by at desc, id desc limit 1)
    ) h
    order by h.domain_id, h.at, h.id`);
  for (const { domain_id: id, at, headline, actor } of rows) {
    const entries = found.get(id) ?? [];
    entries.push({ at: new Date(at).toISOString(), state: headline, sentence: '', actor });
    found.set(id, entries);
  }
  // What held before the window ended at a change that is left out.
  for (const entries of found.values()) if (entries.length > mostEntries) entries.shift();
  return found;
}
