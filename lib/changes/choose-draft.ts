import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSets, users } from '@/lib/db/schema';
import { findChangeSet, requireState } from './find-change-set';
import { setCurrent } from './insert-draft';
import type { ChooseDraftInput } from './schemas';

/**
 * Makes a draft, anybody's, the one that the operator's next edits go to; null: the next save begins a new one.
 *
 * @throws ExpectedError `not-found`; `conflict` when it is no draft
 */
export async function chooseDraft(ctx: Context, { number }: ChooseDraftInput): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'user') return;
  await ctx.db.transaction(async (tx) => {
    const row = number === null ? null : await findChangeSet(tx, number);
    if (row !== null) requireState(row, ['draft']);
    const [before] = await tx
      .select({ id: changeSets.id, number: changeSets.number })
      .from(users)
      .innerJoin(changeSets, eq(changeSets.id, users.currentChangeSetId))
      .where(eq(users.id, actor.id));
    if ((before?.id ?? null) === (row?.id ?? null)) return;
    const inTx = { ...ctx, db: tx };
    await setCurrent(inTx, row?.id ?? null);
    await recordEvent(inTx, {
      action: 'change-set.chosen',
      resourceId: row === null ? 'none' : `#${row.number}`,
      before: { current: before?.number ?? null },
      after: { current: number },
    });
  });
}
