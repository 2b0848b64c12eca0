import { applyEdits } from './apply-edits';
import type { Edit, FieldValue } from './edits';
import type { Snapshot } from './model';
import { type PlaceValue, valueAt } from './rebase/value-at';
import { sameValue } from './same-value';
import { squash } from './squash';
import { type Subject, subjectValue } from './subjects';

export interface Rebased {
  /** Still needed: nobody else touched what they change. */
  edits: Edit[];
  /** Somebody else made something else of the same; each value null where there is nothing. */
  conflicts: { edit: Edit; base: PlaceValue | null; theirs: PlaceValue | null; mine: PlaceValue | null }[];
  /** Somebody else did the same already. */
  done: Edit[];
}

/**
 * Carries edits that were made on `base` over to the gateway as it is `now`, place by place: what others did elsewhere stays, also within
 * the same method. All edits that come back are squashed: those without any effect on `base` are gone.
 */
export function rebase(base: Snapshot, now: Snapshot, edits: readonly Edit[]): Rebased {
  const rebased: Rebased = { edits: [], conflicts: [], done: [] };
  for (const edit of squash(base, edits)) {
    const [was, theirs, mine] = [valueAt(base, edit), valueAt(now, edit), wantedBy(edit)];
    const lost = isLost(now, edit);
    if (!lost && sameValue(theirs, mine)) rebased.done.push(edit);
    else if (!lost && sameValue(theirs, was)) rebased.edits.push(edit);
    else rebased.conflicts.push({ edit, base: was, theirs, mine });
  }
  return withoutIneffective(base, now, rebased);
}

/** A field may mean nothing any more: the role of an authorizer that somebody made a Cognito one. Nobody's edit is lost silently. */
function withoutIneffective(base: Snapshot, now: Snapshot, { edits, conflicts, done }: Rebased): Rebased {
  const after = applyEdits(now, edits);
  const lost = edits.filter((edit) => !sameValue(valueAt(after, edit), wantedBy(edit)));
  if (lost.length === 0) return { edits, conflicts, done };
  return {
    edits: edits.filter((edit) => !lost.includes(edit)),
    conflicts: [
      ...conflicts,
      ...lost.map((edit) => ({ edit, base: valueAt(base, edit), theirs: valueAt(now, edit), mine: wantedBy(edit) })),
    ],
    done,
  };
}

function wantedBy(edit: Edit): PlaceValue | null {
  if (edit.op === 'remove') return null;
  if (edit.op === 'put' && edit.subject.kind === 'resource') return { methods: {} };
  return edit.value as FieldValue;
}

/** What the edit would be made in is gone: it could not even be applied. */
function isLost(now: Snapshot, edit: Edit): boolean {
  if (edit.op === 'remove') return false;
  const holder: Subject | null = edit.op === 'set' ? edit.subject : holderOf(edit.subject);
  return holder !== null && subjectValue(now, holder) === null;
}

/** What a subject can't be without. A method can be put anywhere: its resource comes with it. */
function holderOf(subject: Subject): Subject | null {
  switch (subject.kind) {
    case 'integration':
    case 'method-response':
      return { kind: 'method', path: subject.path, verb: subject.verb };
    case 'integration-response':
      return { kind: 'integration', path: subject.path, verb: subject.verb };
    default:
      return null;
  }
}
