import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets, changeSetVersions } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import type { ChangeSetState } from './model';
import type { ChangeSetRow } from './to-change-set';

/**
 * The change set of a number.
 *
 * @throws ExpectedError `not-found`
 */
export async function findChangeSet(db: Db, number: number): Promise<ChangeSetRow> {
  // Another one is not even a number to the database.
  const isNumber = Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
  const [row] = isNumber ? await db.select().from(changeSets).where(eq(changeSets.number, number)) : [];
  if (row === undefined) throw new ExpectedError('not-found', `There is no change set #${number}.`);
  return row;
}

const standing: Record<ChangeSetState, string> = {
  draft: 'is a draft',
  applying: 'is being applied',
  undoing: 'is being undone',
  stopped: 'stands half done',
  applied: 'is applied',
  discarded: 'was discarded',
};

/** @throws ExpectedError `conflict` unless the change set is in one of these states */
export function requireState(row: ChangeSetRow, states: readonly ChangeSetState[]): void {
  if (states.includes(row.state)) return;
  throw new ExpectedError('conflict', `Change set #${row.number} ${standing[row.state]}, so nothing was changed.`, {
    fix: 'Reload the page to see where it stands.',
  });
}

/**
 * Whoever edits a version that isn't the newest would undo unseen what somebody else has saved.
 *
 * @throws ExpectedError `conflict` that names them
 */
export async function requireVersion(db: Db, row: ChangeSetRow, version: number | null): Promise<void> {
  if (version === null || version === row.version) return;
  const [last] = await db
    .select({ authorName: changeSetVersions.authorName, summary: changeSetVersions.summary })
    .from(changeSetVersions)
    .where(eq(changeSetVersions.changeSetId, row.id))
    .orderBy(desc(changeSetVersions.version))
    .limit(1);
  throw savedMeanwhile(row.number, last ?? null);
}

/** Somebody else was faster. */
export class SavedMeanwhile extends ExpectedError {}

/** Two saved at the same moment, or one after the other with the same version in hand. */
export function savedMeanwhile(number: number, last: { authorName: string; summary: string } | null): SavedMeanwhile {
  const who = last ? `${last.authorName} saved “${last.summary}”` : 'Somebody saved it';
  return new SavedMeanwhile(
    'conflict',
    `Change set #${number} is newer than what you edited: ${who} meanwhile. Nothing was changed.`,
    { fix: 'Reload to see it, then do your change again.' },
  );
}
