import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSets } from '@/lib/db/schema';
import { findChangeSet } from './find-change-set';
import type { RenameChangeSetInput } from './schemas';

/**
 * Gives a change set another name and description, whatever its state.
 *
 * @throws ExpectedError `not-found`
 */
export async function renameChangeSet(ctx: Context, input: RenameChangeSetInput): Promise<void> {
  const { number, name } = input;
  const description = input.description === '' ? null : input.description;
  await ctx.db.transaction(async (tx) => {
    const row = await findChangeSet(tx, number);
    if (row.name === name && row.description === description) return;
    await tx.update(changeSets).set({ name, description }).where(eq(changeSets.id, row.id));
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'change-set.renamed',
        resourceId: `#${number}`,
        before: { name: row.name, description: row.description },
        after: { name, description },
      },
    );
  });
}
