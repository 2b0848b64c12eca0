import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { diff } from '@/lib/gateway/diff';
import { editsOf } from '@/lib/gateway/edits-of';
import type { Snapshot } from '@/lib/gateway/model';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { currentDraft, lockUser } from './current-draft';
import { insertDraft, setCurrent } from './insert-draft';
import { sentencesOf } from './sentences';
import { writeVersion } from './write-version';

/**
 * Begins a draft that turns the working copy into `target`. It becomes current unless the operator is working in another one.
 *
 * @throws ExpectedError `conflict` when the working copy is like that already
 */
export async function beginWith(
  ctx: Context,
  copy: WorkingCopy & { restApiId: string },
  target: Snapshot,
  { name, description, summary }: { name: string; description: string; summary: string },
): Promise<{ number: number; changes: number }> {
  const { differences } = diff(copy.snapshot, target);
  if (differences.length === 0) {
    throw new ExpectedError('conflict', 'No change set was made: the working copy is like this already.');
  }
  const baseHash = copy.hash;
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const row = await insertDraft(inTx, { restApiId: copy.restApiId, name, description, baseHash });
    const version = await writeVersion(inTx, row, { edits: editsOf(differences), baseHash, summary });
    await recordEvent(inTx, {
      action: 'change-set.edited',
      resourceId: `#${row.number}`,
      before: { version: row.version },
      after: { version, summary, changes: sentencesOf(differences) },
    });
    if (ctx.actor.kind === 'user') {
      await lockUser(tx, ctx.actor.id);
      if ((await currentDraft(tx, ctx.actor.id, copy.restApiId)) === null) await setCurrent(inTx, row.id);
    }
    return { number: row.number, changes: differences.length };
  });
}
