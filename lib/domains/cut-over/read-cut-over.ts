import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains } from '@/lib/db/schema';
import { readBeforeCutOver } from '@/lib/domains/cut-over/before-records';
import { type CutOverView, passes, rehearsalFreshMs, type TakeBackView } from '@/lib/domains/cut-over/model';
import type { DomainStatus } from '@/lib/domains/model';
import { describeRecord } from '@/lib/domains/plan-records';

interface Found {
  hostname: string;
  kind: 'managed' | 'customer';
  /** While it is prepared. */
  cutOver: CutOverView | null;
  /** Once it is cut over, while there is something to go back to. */
  takeBack: TakeBackView | null;
}

/** What a domain's page says about its cut-over; null when it has nothing to do with one. Database only. */
export async function readCutOver(db: Db, domainId: string, now: Date): Promise<Found | null> {
  const [row] = await db.select().from(domains).where(eq(domains.id, domainId));
  if (row === undefined || row.intent === 'absent') return null;
  const { hostname, kind, status } = row;
  const kept = kind === 'managed' ? await readBeforeCutOver(db, domainId) : null;
  // Also while it is prepared: a take-back that was refused or cut off is asked for once more.
  const takeBack = kept === null ? null : { at: kept.at, records: kept.records.map(describeRecord) };
  // Where it leads here by itself there is nothing left to switch.
  const switchable = row.phase === 'prepare' && !status?.headline.startsWith('Live');
  const cutOver = switchable ? viewOf(status, now) : null;
  return cutOver === null && takeBack === null ? null : { hostname, kind, cutOver, takeBack };
}

function viewOf(status: DomainStatus | null, at: Date): CutOverView {
  const rehearsal = status?.rehearsal ?? null;
  const routing = status?.records.filter(({ purpose }) => purpose === 'routing') ?? [];
  const now = [...new Set(routing.flatMap(({ observed }) => observed))];
  const after = routing.map(({ type, value }) => (type === 'CNAME' ? `CNAME ${value}` : `${type} alias to ${value}`));
  const dns = status?.axes.dns;
  const refusal = rehearsal !== null && passes(rehearsal) && dns?.state === 'problem' ? dns.sentence : null;
  const told = { rehearsal, now, after, refusal };
  if (rehearsal === null) return { state: 'preparing', ...told };
  const fresh = at.getTime() - Date.parse(rehearsal.at) < rehearsalFreshMs;
  const ready = fresh && dns?.state === 'waiting' && dns.actor === 'us' && passes(rehearsal);
  return { state: ready ? 'ready' : passes(rehearsal) ? 'preparing' : 'failed', ...told };
}
