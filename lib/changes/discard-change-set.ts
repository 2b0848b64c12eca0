import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSets, users } from '@/lib/db/schema';
import { findChangeSet, requireState, requireVersion, savedMeanwhile } from './find-change-set';
import { loadDraft } from './load-draft';
import type { DiscardChangeSetInput } from './schemas';
import { sentencesOf } from './sentences';

/**
 * Throws a draft away. One that stands half done goes, too, for somebody who wants neither to continue nor to undo: what of it is in the
 * working copy stays there.
 *
 * @throws ExpectedError `not-found`, `conflict`
 */
export async function discardChangeSet(ctx: Context, { number, version }: DiscardChangeSetInput): Promise<void> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['draft', 'stopped']);
  await requireVersion(ctx.db, row, version);
  const { differences } = await loadDraft(ctx.db, row);
  await ctx.db.transaction(async (tx) => {
    const written = await tx
      .update(changeSets)
      .set({ state: 'discarded', updatedAt: ctx.now(), failure: null })
      .where(and(eq(changeSets.id, row.id), eq(changeSets.version, row.version), eq(changeSets.state, row.state)))
      .returning({ id: changeSets.id });
    if (written.length === 0) throw savedMeanwhile(number, null);
    await tx.update(users).set({ currentChangeSetId: null }).where(eq(users.currentChangeSetId, row.id));
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'change-set.discarded',
        resourceId: `#${number}`,
        before: { name: row.name, state: row.state, changes: sentencesOf(differences) },
      },
    );
  });
}
