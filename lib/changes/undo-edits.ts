import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSetVersions } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { findChangeSet, requireState, requireVersion } from './find-change-set';
import type { UndoEditsInput } from './schemas';
import { backTo, versionBefore, writeVersion } from './write-version';

/**
 * Makes a draft what it was at an older version: a new version with its content, so that this can be undone as well.
 *
 * @returns the new version, and the one that the next undo goes back to
 * @throws ExpectedError `not-found`; `conflict` when somebody saved meanwhile or there is nothing to undo
 */
export async function undoEdits(
  ctx: Context,
  { number, version, to }: UndoEditsInput,
): Promise<{ number: number; version: number; previousVersion: number | null }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['draft']);
  await requireVersion(ctx.db, row, version);
  const target = to ?? (await versionBefore(ctx.db, row.id));
  const content = target === null ? null : await readVersion(ctx, row.id, target);
  if (target === null || content === null) {
    throw new ExpectedError('conflict', `There is nothing to undo in change set #${number}.`);
  }
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const written = await writeVersion(inTx, row, { ...content, summary: backTo(target) });
    await recordEvent(inTx, {
      action: 'change-set.edited',
      resourceId: `#${number}`,
      before: { version: row.version },
      after: { version: written, summary: `${backTo(target)}: ${content.summary}` },
    });
    return { number, version: written, previousVersion: await versionBefore(tx, row.id) };
  });
}

async function readVersion({ db }: Context, changeSetId: string, version: number) {
  const [row] = await db
    .select({
      edits: changeSetVersions.edits,
      baseHash: changeSetVersions.baseHash,
      summary: changeSetVersions.summary,
    })
    .from(changeSetVersions)
    .where(and(eq(changeSetVersions.changeSetId, changeSetId), eq(changeSetVersions.version, version)));
  return row ?? null;
}
