import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { violatedConstraint } from '@/lib/tenants/unique-violation';
import { savedMeanwhile } from './find-change-set';
import type { ChangeSetRow } from './to-change-set';
import { wakeChangeApplier } from './wake';

/**
 * Hands a change set to the applier, if no other one of its gateway is being worked on.
 *
 * @param also runs in the same transaction: the audit event
 * @throws ExpectedError `conflict` that names the change set in the way, and who asked for it
 */
export async function beginWork(
  ctx: Context,
  row: ChangeSetRow,
  set: Partial<typeof changeSets.$inferInsert> & { state: 'applying' | 'undoing' },
  also: (tx: Db) => Promise<void>,
): Promise<void> {
  try {
    await ctx.db.transaction(async (tx) => {
      const written = await tx
        .update(changeSets)
        // A lease that is still held stays: who has it ends by itself.
        .set({
          ...set,
          appliedByName: ctx.actor.name,
          correlationId: ctx.correlationId ?? null,
          failure: null,
          updatedAt: ctx.now(),
          // A pause before the next try is over: somebody wants it now.
          ...(row.leaseOwner === null ? { leaseUntil: null } : {}),
        })
        .where(and(eq(changeSets.id, row.id), eq(changeSets.version, row.version), eq(changeSets.state, row.state)))
        .returning({ id: changeSets.id });
      if (written.length === 0) throw savedMeanwhile(row.number, null);
      await also(tx);
    });
  } catch (error) {
    throw violatedConstraint(error) === 'change_sets_one_writer' ? await busy(ctx.db, row.restApiId) : error;
  }
  wakeChangeApplier();
}

/** One writer per gateway at a time: who it is. */
async function busy(db: Db, restApiId: string): Promise<ExpectedError> {
  const [other] = await db
    .select({ number: changeSets.number, name: changeSets.name, state: changeSets.state, by: changeSets.appliedByName })
    .from(changeSets)
    .where(and(eq(changeSets.restApiId, restApiId), inArray(changeSets.state, ['applying', 'undoing'])));
  const doing = other?.state === 'undoing' ? 'undone' : 'applied';
  const sentence = other
    ? `Change set #${other.number} “${other.name}” is being ${doing} right now, for ${other.by ?? 'somebody'}.`
    : 'Another change set was being applied at this moment.';
  return new ExpectedError('conflict', `${sentence} Nothing was changed.`, {
    fix: 'Wait until it is done, then try again. One change set at a time changes the gateway.',
  });
}
