import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { currentDraft } from './current-draft';
import { lookUpWorkingCopy } from './find-working-copy';
import { loadDraft } from './load-draft';
import type { GatewayView } from './model';
import { readStageViews } from './read-stage-views';
import { type ChangeSetRow, toChangeSet } from './to-change-set';

/**
 * All that pages about routes work on: working copy, what the stages serve, and the draft that the user works in, or the change set of a
 * number, whatever its state. From the cache, no call to AWS. Null before the gateway was read.
 */
export async function readGatewayView(
  db: Db,
  { userId, draft: number }: { userId: string; draft?: number | undefined },
): Promise<GatewayView | null> {
  const copy = await lookUpWorkingCopy(db);
  if (copy === null) return null;
  const { restApiId, snapshot: working, hash: workingHash, ids, seenAt } = copy;
  const [stages, row] = await Promise.all([
    readStageViews(db, restApiId),
    number === undefined ? currentDraft(db, userId, restApiId) : readChangeSet(db, number, restApiId),
  ]);
  return {
    restApiId,
    region: env().region,
    seenAt: seenAt.toISOString(),
    working,
    workingHash,
    ids,
    stages,
    draft: row === null ? null : await readDraft(db, row),
  };
}

async function readChangeSet(db: Db, number: number, restApiId: string): Promise<ChangeSetRow | null> {
  const [row] = await db.select().from(changeSets).where(eq(changeSets.number, number));
  return row?.restApiId === restApiId ? row : null;
}

async function readDraft(db: Db, row: ChangeSetRow): Promise<GatewayView['draft']> {
  const { snapshot, described } = await loadDraft(db, row);
  return { changeSet: toChangeSet(row), snapshot, conflicts: described };
}
