import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSetApprovals, changeSets } from '@/lib/db/schema';
import type { ApprovalEntry } from './model';

type Row = typeof changeSetApprovals.$inferSelect;

/** All that was said to a change set, the oldest first. */
export async function readEntries(db: Db, changeSetId: string): Promise<ApprovalEntry[]> {
  const rows = await db
    .select()
    .from(changeSetApprovals)
    .where(eq(changeSetApprovals.changeSetId, changeSetId))
    .orderBy(asc(changeSetApprovals.id));
  return rows.map(toEntry);
}

/** What was said to content that a stage would serve, by change set, the oldest first; discarded and older versions left out. */
export async function readEntriesOf(
  db: Db,
  { restApiId, stage, resultHash }: { restApiId: string; stage: string; resultHash: string },
): Promise<ApprovalEntry[][]> {
  const rows = await db
    .select({ row: changeSetApprovals })
    .from(changeSetApprovals)
    .innerJoin(changeSets, eq(changeSets.id, changeSetApprovals.changeSetId))
    .where(
      and(
        eq(changeSets.restApiId, restApiId),
        ne(changeSets.state, 'discarded'),
        eq(changeSetApprovals.version, changeSets.version),
        eq(changeSetApprovals.stage, stage),
        eq(changeSetApprovals.resultHash, resultHash),
      ),
    )
    .orderBy(asc(changeSetApprovals.id));
  const byChangeSet = new Map<string, ApprovalEntry[]>();
  for (const { row } of rows) {
    byChangeSet.set(row.changeSetId, [...(byChangeSet.get(row.changeSetId) ?? []), toEntry(row)]);
  }
  return [...byChangeSet.values()];
}

function toEntry({ changeSetId: _, at, ...row }: Row): ApprovalEntry {
  return { ...row, at: at.toISOString() };
}
