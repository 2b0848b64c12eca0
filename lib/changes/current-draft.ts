import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets, users } from '@/lib/db/schema';
import type { ChangeSetRow } from './to-change-set';

/** The draft that a user's edits go to; null when they chose none, or when it is a draft no more. */
export async function currentDraft(db: Db, userId: string, restApiId: string): Promise<ChangeSetRow | null> {
  const [found] = await db
    .select({ row: changeSets })
    .from(users)
    .innerJoin(changeSets, eq(changeSets.id, users.currentChangeSetId))
    .where(and(eq(users.id, userId), eq(changeSets.restApiId, restApiId), eq(changeSets.state, 'draft')));
  return found?.row ?? null;
}

/** Holds the user's other saves up until this transaction ends, so that two at once begin one draft, not two. */
export async function lockUser(tx: Db, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
}
