import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { offboardings } from '@/lib/db/schema';
import { maySeeReport, type ReportReader } from './may-see';
import type { RemovalRow } from './model';

export const removalsPageSize = 50;

/** Removals that the reader may see, the newest first, and how many there are. */
export async function listRemovals(
  db: Db,
  reader: ReportReader,
  { page = 1 } = {},
): Promise<{ rows: RemovalRow[]; total: number }> {
  const visible = maySeeReport(reader);
  const [rows, total] = await Promise.all([
    db
      .select()
      .from(offboardings)
      .where(visible)
      .orderBy(desc(offboardings.requestedAt))
      .limit(removalsPageSize)
      .offset((page - 1) * removalsPageSize),
    db.$count(offboardings, visible),
  ]);
  return { rows: rows.map(toRemovalRow), total };
}

/** The id of the removal of a whole tenant that is under way; null when there is none. */
export async function findOpenRemoval(db: Db, tenantSlug: string): Promise<string | null> {
  const [row] = await db
    .select({ id: offboardings.id })
    .from(offboardings)
    .where(and(eq(offboardings.tenantSlug, tenantSlug), isNull(offboardings.hostname), isNull(offboardings.finishedAt)))
    .orderBy(desc(offboardings.requestedAt))
    .limit(1);
  return row?.id ?? null;
}

export function toRemovalRow(row: typeof offboardings.$inferSelect): RemovalRow {
  const { id, tenantSlug, tenantName, hostname, requestedAt, requestedBy, finishedAt } = row;
  return {
    id,
    tenantSlug,
    tenantName,
    hostname,
    requestedAt: requestedAt.toISOString(),
    requestedBy,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
