import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { editKey } from '@/lib/gateway/difference-key';
import type { Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { keepSnapshot } from '@/lib/inventory/snapshots';
import { titleOfConflict } from './describe-conflict';
import { draftState, editsAt, editsBetween, type RawConflict } from './draft-state';
import { findChangeSet, requireState, requireVersion } from './find-change-set';
import { groupConflicts } from './group-conflicts';
import { type LoadedDraft, loadDraft } from './load-draft';
import { refuseInvalid } from './refuse-invalid';
import type { ResolveConflictsInput } from './schemas';
import { writeVersion } from './write-version';

type Choice = 'mine' | 'theirs';

interface Settled {
  conflict: RawConflict;
  choice: Choice;
}

/**
 * Settles conflicts by hand: `mine` overrules what others did there, `theirs` leaves it alone and drops the draft's edit. Conflicts about
 * one and the same thing (somebody removed a method of which the draft changes two fields) are settled together.
 *
 * @returns as `saveEdits`, and how many conflicts are left
 * @throws ExpectedError `invalid` when choices contradict each other or the result can't be; `conflict`, `not-found`
 */
export async function resolveConflicts(
  ctx: Context,
  { number, version, choices }: ResolveConflictsInput,
): Promise<{ number: number; version: number; previousVersion: number; left: number }> {
  const row = await findChangeSet(ctx.db, number);
  requireState(row, ['draft', 'stopped']);
  await requireVersion(ctx.db, row, version);
  const draft = await loadDraft(ctx.db, row);
  const chosen = new Map(choices.map(({ key, choice }) => [key, choice]));
  const settled = groupConflicts(draft.base, draft.copy.snapshot, draft.conflicts).flatMap((group) => {
    const choice = choiceOf(group, chosen);
    return choice === null ? [] : group.map((conflict) => ({ conflict, choice }));
  });
  if (settled.length === 0) throw new ExpectedError('conflict', 'These conflicts are settled already.');
  const { edits, base } = settle(draft, row.edits, settled);
  const state = draftState(base, draft.copy.snapshot, edits, { begun: row.beforeHash !== null });
  refuseInvalid(draft.snapshot, state.snapshot, 'changed');

  const baseHash = await keepSnapshot(ctx.db, base);
  const left = state.conflicts.length;
  const titles = settled.map(({ conflict, choice }) => `${titleOfConflict(conflict.edit)}: ${choice}`);
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const summary = titles.length === 1 ? 'Settled a conflict' : `Settled ${titles.length} conflicts`;
    const written = await writeVersion(inTx, row, { edits, baseHash, summary });
    await recordEvent(inTx, {
      action: 'change-set.edited',
      resourceId: `#${number}`,
      before: { version: row.version, conflicts: draft.conflicts.length },
      after: { version: written, conflicts: left, choices: titles },
    });
    return { number, version: written, previousVersion: row.version, left };
  });
}

/** The draft without the edits that were given up, on a base that has what others did where it is overruled. */
function settle({ base, copy }: LoadedDraft, edits: Edit[], settled: Settled[]): { edits: Edit[]; base: Snapshot } {
  const of = (choice: Choice) => settled.filter((one) => one.choice === choice).map(({ conflict }) => conflict.edit);
  const dropped = new Set(of('theirs').map(editKey));
  const all = editsBetween(base, applyEdits(base, edits));
  const target = applyEdits(
    base,
    all.filter((edit) => !dropped.has(editKey(edit))),
  );
  const overruled = applyEdits(base, editsAt(base, copy.snapshot, of('mine')));
  return { base: overruled, edits: editsBetween(overruled, target) };
}

function choiceOf(group: RawConflict[], chosen: Map<string, Choice>): Choice | null {
  const choices = new Set(group.flatMap(({ edit }) => chosen.get(editKey(edit)) ?? []));
  if (choices.size < 2) return [...choices][0] ?? null;
  throw new ExpectedError('invalid', 'Nothing was changed: these conflicts can only be settled the same way.', {
    fields: Object.fromEntries(group.map(({ edit }) => [editKey(edit), titleOfConflict(edit)])),
  });
}
