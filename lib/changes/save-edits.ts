import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { diff } from '@/lib/gateway/diff';
import type { Difference } from '@/lib/gateway/edits';
import type { Finding } from '@/lib/gateway/lint/lint';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { keepSnapshot } from '@/lib/inventory/snapshots';
import { currentDraft, lockUser } from './current-draft';
import { refuseInConflict } from './describe-conflict';
import { draftContent } from './draft-state';
import { findChangeSet, requireState, requireVersion, SavedMeanwhile } from './find-change-set';
import { findWorkingCopy } from './find-working-copy';
import { insertDraft, setCurrent } from './insert-draft';
import { type LoadedDraft, loadDraft } from './load-draft';
import { nameOf } from './name-of';
import { refuseInvalid } from './refuse-invalid';
import type { SaveEditsInput } from './schemas';
import { sentencesOf } from './sentences';
import type { ChangeSetRow } from './to-change-set';
import { writeVersion } from './write-version';

export interface Saved {
  number: number;
  /** Of the next save. */
  version: number;
  /** What `undoEdits` takes as `to` to take this save back; null when nothing was changed. */
  previousVersion: number | null;
  /** What lint has to say about what was saved. */
  findings: Finding[];
}

/**
 * Saves edits into a draft: the one of a number, else the operator's current one, else a new one that is named after what is done and
 * becomes current. The edits are made on the draft as it is on the newest working copy; AWS is not changed.
 *
 * @throws ExpectedError `invalid` with sentences by `subjectKey` when the result can't be; `conflict` when somebody saved the draft
 *   meanwhile or the edits touch what is in conflict; `not-found`
 */
export async function saveEdits(ctx: Context, input: SaveEditsInput): Promise<Saved> {
  for (;;) {
    try {
      const saved = await trySave(ctx, input);
      if (saved !== null) return saved;
    } catch (error) {
      // Who edits no version in particular goes after whoever was faster.
      if (!(error instanceof SavedMeanwhile) || input.version !== null) throw error;
    }
  }
}

/** Null: another save of the same operator has just begun a draft, and this one belongs into it. */
async function trySave(ctx: Context, input: SaveEditsInput): Promise<Saved | null> {
  const copy = await findWorkingCopy(ctx.db);
  const row = await findTarget(ctx, input.number, copy.restApiId);
  if (row !== null) {
    requireState(row, ['draft']);
    await requireVersion(ctx.db, row, input.version);
  }
  const draft = row === null ? untouched(copy) : await loadDraft(ctx.db, row);
  const snapshot = applyEdits(draft.snapshot, input.edits);
  const { differences } = diff(draft.snapshot, snapshot);
  if (differences.length === 0) return nothingChanged(row);
  refuseStages(differences);
  refuseInConflict(draft.conflicts, differences);
  const { introduced } = refuseInvalid(draft.snapshot, snapshot, 'saved');

  const { edits, base } = draftContent(draft.base, draft.copy.snapshot, draft.conflicts, snapshot);
  const baseHash = await keepSnapshot(ctx.db, base);
  const summary = input.summary === '' ? nameOf(differences) : input.summary;
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const target = row ?? (await beginDraft(inTx, copy, differences));
    if (target === null) return null;
    const version = await writeVersion(inTx, target, { edits, baseHash, summary });
    await recordEvent(inTx, {
      action: 'change-set.edited',
      resourceId: `#${target.number}`,
      before: { version: target.version },
      after: { version, summary, changes: sentencesOf(differences) },
    });
    return { number: target.number, version, previousVersion: target.version, findings: introduced };
  });
}

/** A draft to be: the working copy as it is. */
function untouched(copy: WorkingCopy): Pick<LoadedDraft, 'base' | 'copy' | 'snapshot' | 'conflicts'> {
  return { base: copy.snapshot, copy, snapshot: copy.snapshot, conflicts: [] };
}

async function findTarget(ctx: Context, number: number | null, restApiId: string): Promise<ChangeSetRow | null> {
  if (number !== null) return findChangeSet(ctx.db, number);
  return ctx.actor.kind === 'user' ? currentDraft(ctx.db, ctx.actor.id, restApiId) : null;
}

/** A new draft that becomes current; null when there is one by now. */
async function beginDraft(
  ctx: Context,
  { restApiId, hash }: { restApiId: string; hash: string },
  differences: readonly Difference[],
): Promise<ChangeSetRow | null> {
  if (ctx.actor.kind === 'user') {
    await lockUser(ctx.db, ctx.actor.id);
    if ((await currentDraft(ctx.db, ctx.actor.id, restApiId)) !== null) return null;
  }
  const row = await insertDraft(ctx, { restApiId, name: nameOf(differences), baseHash: hash });
  await setCurrent(ctx, row.id);
  return row;
}

/** A stage lives by its deployments, which no draft holds. */
function refuseStages(differences: readonly Difference[]): void {
  if (!differences.some(({ change, subject }) => subject.kind === 'stage' && change !== 'changed')) return;
  throw new ExpectedError('invalid', 'Nothing was saved: a change set neither makes nor deletes stages.', {
    fix: 'Create the stage on the page of deployments.',
  });
}

function nothingChanged(row: ChangeSetRow | null): Saved {
  if (row !== null) return { number: row.number, version: row.version, previousVersion: null, findings: [] };
  throw new ExpectedError('invalid', 'Nothing was saved: the gateway is like this already.');
}
