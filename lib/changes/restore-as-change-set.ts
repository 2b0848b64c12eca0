import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { deployments } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { deployable } from '@/lib/gateway/deployable';
import { readSnapshot } from '@/lib/inventory/snapshots';
import { beginWith } from './begin-with';
import { editsBetween } from './draft-state';
import { findWorkingCopy } from './find-working-copy';
import type { RestoreAsChangeSetInput } from './schemas';

/**
 * Begins a draft that brings the working copy back to what a deployment holds; what deployments don't hold, such as the settings of
 * stages, stays. After a roll back it keeps the next deployment from shipping the bad edit again.
 *
 * @throws ExpectedError `not-found` when there is no such deployment or nobody knows what is in it; `conflict` when the working copy is
 *   like that already
 */
export async function restoreAsChangeSet(
  ctx: Context,
  { deploymentId }: RestoreAsChangeSetInput,
): Promise<{ number: number; changes: number }> {
  const copy = await findWorkingCopy(ctx.db);
  const [row] = await ctx.db
    .select({ hash: deployments.snapshotHash, description: deployments.description })
    .from(deployments)
    .where(and(eq(deployments.restApiId, copy.restApiId), eq(deployments.id, deploymentId)));
  if (row === undefined) throw new ExpectedError('not-found', `There is no deployment ${deploymentId}.`);
  if (row.hash === null) {
    throw new ExpectedError('not-found', `What is in deployment ${deploymentId} is not known.`, {
      fix: 'AWS tells what is in a deployment only while a stage serves it: roll a stage back to it first.',
    });
  }
  const kept = await readSnapshot(ctx.db, row.hash);
  const edits = editsBetween(deployable(copy.snapshot), deployable(kept));
  return beginWith(ctx, copy, applyEdits(copy.snapshot, edits), {
    name: `Restore deployment ${deploymentId}`,
    description: `Brings the working copy back to deployment ${deploymentId}${row.description ? `: ${row.description}` : ''}`,
    summary: `What deployment ${deploymentId} holds`,
  });
}
