import 'server-only';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { batches, batchRows, domains } from '@/lib/db/schema';
import type { BatchRowState } from './model';

export type Batch = typeof batches.$inferSelect;
type StoredRow = typeof batchRows.$inferSelect;

/** What the queue needs to know of a row's domain. */
type RowDomain = Pick<
  typeof domains.$inferSelect,
  'id' | 'hostname' | 'gatewayDomainName' | 'gatewayDomainOurs' | 'certificateMode' | 'intent' | 'headline' | 'status'
>;

export interface Row extends StoredRow {
  domain: RowDomain | null;
  /** What is shown: the row's own state, and of a started one its domain's. */
  shown: BatchRowState;
}

/** The rows of some batches with their domains as they stand now, in the order of the files. */
export async function readRows(db: Db, batchIds: string[]): Promise<Row[]> {
  if (batchIds.length === 0) return [];
  const rows = await db
    .select({
      row: batchRows,
      domain: {
        id: domains.id,
        hostname: domains.hostname,
        gatewayDomainName: domains.gatewayDomainName,
        gatewayDomainOurs: domains.gatewayDomainOurs,
        certificateMode: domains.certificateMode,
        intent: domains.intent,
        headline: domains.headline,
        status: domains.status,
      },
    })
    .from(batchRows)
    .innerJoin(batches, eq(batches.id, batchRows.batchId))
    .leftJoin(domains, eq(domains.id, batchRows.domainId))
    .where(inArray(batchRows.batchId, batchIds))
    .orderBy(asc(batches.number), asc(batchRows.line));
  return rows.map(({ row, domain }) => ({ ...row, domain, shown: shownState(row, domain) }));
}

function shownState({ state, domainId }: StoredRow, domain: RowDomain | null): BatchRowState {
  if (state !== 'started' && state !== 'live') return state;
  if (domain?.intent === 'absent') return 'leaving';
  // Removed since: nothing is on its way any more.
  if (domain === null && domainId !== null) return state === 'live' ? 'removed' : 'failed';
  if (state === 'live') return 'live';
  if (domain === null) return 'working';
  if (domain.headline.startsWith('Live')) return 'live';
  if (domain.headline === 'Waiting for tenant') return 'tenant';
  return domain.headline === 'Needs operator' || domain.headline === 'Broken' ? 'operator' : 'working';
}

/** Needs a custom domain name of its own, and hasn't got it yet. */
export const awaitsSlot = ({ domain, shown }: Row) =>
  shown === 'working' && domain?.gatewayDomainName === domain?.hostname && domain?.gatewayDomainOurs === false;

/** How long the certificates of rows took from their start, ms. */
export function leadsOf(rows: Row[]): number[] {
  return rows.flatMap(({ startedAt, domain }) => {
    const certificate = domain?.status?.axes.certificate;
    if (startedAt === null || domain?.certificateMode !== 'dedicated' || certificate?.state !== 'ok') return [];
    return [Math.max(0, Date.parse(certificate.since) - startedAt.getTime())];
  });
}
