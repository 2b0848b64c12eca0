import type { Difference, Edit } from './edits';
import { subjectKey } from './subjects';

/** A text that tells the differences of one diff apart, the same in every diff that has it. */
export function differenceKey(difference: Difference): string {
  return difference.change === 'changed'
    ? placeKey(subjectKey(difference.subject), difference.field, difference.key)
    : subjectKey(difference.subject);
}

/** The key of the difference that an edit makes. */
export function editKey(edit: Edit): string {
  return edit.op === 'set' ? placeKey(subjectKey(edit.subject), edit.field, edit.key) : subjectKey(edit.subject);
}

function placeKey(subject: string, field: string, key: string | null): string {
  return key === null ? `${subject}#${field}` : `${subject}#${field}#${key}`;
}
