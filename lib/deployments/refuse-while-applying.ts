import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

/**
 * One writer per gateway at a time: while a change set is on its way into the working copy, nothing else may freeze it.
 *
 * @param exceptId the change set on whose behalf this happens
 * @throws ExpectedError `conflict`
 */
export async function refuseWhileApplying(db: Db, restApiId: string, exceptId: string | null = null): Promise<void> {
  const busy = and(eq(changeSets.restApiId, restApiId), inArray(changeSets.state, ['applying', 'undoing']));
  const [row] = await db
    .select({ number: changeSets.number, state: changeSets.state })
    .from(changeSets)
    .where(exceptId === null ? busy : and(busy, ne(changeSets.id, exceptId)));
  if (!row) return;
  const doing = row.state === 'undoing' ? 'being undone' : 'being applied';
  throw new ExpectedError('conflict', `Change set #${row.number} is ${doing}.`, {
    fix: 'Wait until it is done; its page shows how far it is.',
  });
}
