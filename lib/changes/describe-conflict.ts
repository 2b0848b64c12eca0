import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { diff } from '@/lib/gateway/diff';
import { editKey } from '@/lib/gateway/difference-key';
import type { Difference, Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { sentenceOf } from '@/lib/gateway/sentence-of';
import { titleOf } from '@/lib/gateway/title-of';
import type { RawConflict } from './draft-state';
import type { Conflict } from './model';
import { overlap, placeOfDifference, placeOfEdit } from './places';

/** Conflicts in words. Pure. */
export function describeConflicts(base: Snapshot, working: Snapshot, conflicts: readonly RawConflict[]): Conflict[] {
  if (conflicts.length === 0) return [];
  const theirs = diff(base, working).differences;
  return conflicts.map(({ edit, base: was }) => ({
    key: editKey(edit),
    edit,
    title: titleOfConflict(edit),
    base: valueInWords(was, edit),
    theirs: inWords(
      theirs.filter((difference) => overlap(placeOfDifference(difference), placeOfEdit(edit))),
      edit,
    ),
    mine: inWords(diff(base, applyEdits(base, [edit])).differences, edit),
  }));
}

/** "GET /orders: timeout". */
export function titleOfConflict(edit: Edit): string {
  const title = titleOf(edit.subject);
  return edit.op === 'set' ? `${title}: ${edit.key ?? fieldInWords(edit.field)}` : title;
}

/** What stands in the way of an application, in a sentence. */
export function conflictSentence(conflicts: readonly RawConflict[]): string {
  const [first] = conflicts;
  const more = conflicts.length > 1 ? ` (and ${conflicts.length - 1} more)` : '';
  return first === undefined
    ? ''
    : `Somebody else has changed the same meanwhile: ${titleOfConflict(first.edit)}${more}.`;
}

/** @throws ExpectedError `conflict` when a change touches what is in conflict: first it has to be settled what it is */
export function refuseInConflict(conflicts: readonly RawConflict[], differences: readonly Difference[]): void {
  const places = differences.map(placeOfDifference);
  const touched = conflicts.find(({ edit }) => places.some((place) => overlap(place, placeOfEdit(edit))));
  if (touched === undefined) return;
  throw new ExpectedError('conflict', `Nothing was saved: ${titleOfConflict(touched.edit)} is in conflict.`, {
    fix: 'Settle the conflict on the page of the change set first: keep yours or theirs.',
  });
}

const most = 5;

function inWords(differences: readonly Difference[], edit: Edit): string {
  const prefix = `${titleOf(edit.subject)}: `;
  const sentences = differences.map((difference) => {
    const sentence = sentenceOf(difference);
    return sentence.startsWith(prefix) ? sentence.slice(prefix.length) : sentence;
  });
  const more = sentences.length > most ? `; and ${sentences.length - most} more` : '';
  return sentences.length === 0 ? 'as it was' : `${sentences.slice(0, most).join('; ')}${more}`;
}

function valueInWords(value: unknown, edit: Edit): string {
  if (value === null || value === undefined) return edit.op === 'set' ? 'not set' : 'not there';
  if (edit.op !== 'set') return 'there';
  if (edit.field === 'timeoutMs' && typeof value === 'number') return `${value / 1_000} s`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `timeoutMs` -> `timeout`, `authorizationType` -> `authorization type`. */
function fieldInWords(field: string): string {
  return field.replace(/Ms$/, '').replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
