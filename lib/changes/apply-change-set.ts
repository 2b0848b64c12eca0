import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSetSteps } from '@/lib/db/schema';
import { readStages } from '@/lib/deployments/read-stages';
import { ExpectedError } from '@/lib/errors';
import { beginWork } from './begin-work';
import { findChangeSet, requireState, requireVersion } from './find-change-set';
import { loadDraft } from './load-draft';
import { refuseInvalid } from './refuse-invalid';
import { requireApprovals } from './require-approvals';
import type { ApplyChangeSetInput } from './schemas';
import { sentencesOf } from './sentences';

/**
 * Asks for a draft to be applied to the working copy, and with `deployTo` to be deployed then. The applier does it, also after a restart;
 * `readProgress` tells how far it is.
 *
 * @throws ExpectedError `not-permitted` when it needs approval first; `conflict` when somebody saved meanwhile, edits are in conflict, or another change set is being applied;
 *   `invalid` when there is nothing to apply or AWS could not take it; `not-found`
 */
export async function applyChangeSet(ctx: Context, input: ApplyChangeSetInput): Promise<{ number: number }> {
  const { number, version, deployTo, expectedHash } = input;
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['draft']);
  await requireVersion(ctx.db, row, version);
  if (deployTo !== null) await requireKnownStage(ctx, row.restApiId, deployTo);
  const { conflicts, differences, edits, snapshot, copy } = await loadDraft(ctx.db, row);
  if (conflicts.length > 0) {
    const what = conflicts.length === 1 ? 'One edit is' : `${conflicts.length} edits are`;
    throw new ExpectedError('conflict', `${what} in conflict with what others changed, so nothing was applied.`, {
      fix: 'Settle the conflicts first: keep yours or theirs.',
    });
  }
  if (differences.length === 0) {
    throw new ExpectedError('invalid', 'There is nothing to apply: the working copy is like this already.', {
      fix: deployTo === null ? 'Discard the change set.' : 'Deploy the working copy instead.',
    });
  }
  refuseInvalid(copy.snapshot, snapshot, 'applied');
  if (deployTo !== null && expectedHash !== undefined && expectedHash !== copy.hash) {
    throw new ExpectedError(
      'conflict',
      'The working copy has changed since you looked at it, so nothing was applied.',
      {
        fix: 'Look at what goes live with it again, then apply.',
      },
    );
  }
  await requireApprovals(ctx.db, { ...row, edits }, deployTo, snapshot);
  const description = input.description === '' ? null : input.description;
  const set = {
    state: 'applying',
    // As it was reviewed: the applier deploys nothing else.
    edits,
    baseHash: copy.hash,
    deployStage: deployTo,
    deployDescription: description,
    deploymentId: null,
  } as const;
  await beginWork(ctx, row, set, async (tx) => {
    // Of an application that was undone since.
    await tx.delete(changeSetSteps).where(eq(changeSetSteps.changeSetId, row.id));
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'change-set.apply-requested',
        resourceId: `#${number}`,
        after: { name: row.name, version, deployTo, description, changes: sentencesOf(differences) },
      },
    );
  });
  return { number };
}

async function requireKnownStage(ctx: Context, restApiId: string, name: string): Promise<void> {
  if ((await readStages(ctx.db, restApiId)).some((stage) => stage.name === name)) return;
  throw new ExpectedError('invalid', `The gateway has no stage ${name}.`, {
    fields: { deployTo: 'Choose a stage that exists.' },
  });
}
