import { beginDraft, type Draft, endDraft, open, place } from './apply-edits/draft';
import { placeOf } from './apply-edits/place-of';
import { defaultOf } from './defaults';
import type { Edit, FieldValue } from './edits';
import { settableFields } from './fields';
import type { Resource, Snapshot } from './model';
import { entryOf, setEntry } from './records';
import type { Subject } from './subjects';

/**
 * The snapshot as the edits want it, canonical again. What an edit is about and isn't there stays away: setting a field of a removed
 * method does nothing. Doesn't change the snapshot that it is given.
 */
export function applyEdits(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  if (edits.length === 0) return snapshot;
  const draft = beginDraft(snapshot);
  for (const edit of edits) {
    if (edit.op === 'put') put(draft, edit.subject, edit.value);
    else if (edit.op === 'remove') remove(draft, edit.subject);
    else set(draft, edit.subject, edit);
  }
  return endDraft(draft);
}

function put(draft: Draft, subject: Subject, value: object): void {
  if (subject.kind === 'resource') {
    putResource(draft, subject.path, value as Resource);
    return;
  }
  if (subject.kind === 'method') putResource(draft, subject.path, { methods: {} });
  const at = placeOf(draft, subject);
  if (at) place(draft, at.record, at.key, value);
}

function putResource(draft: Draft, path: string, { methods }: Resource): void {
  const { resources } = draft.root;
  place(draft, resources, path, { methods: { ...entryOf(resources, path)?.methods, ...methods } });
}

function remove(draft: Draft, subject: Subject): void {
  if (subject.kind === 'api') return;
  if (subject.kind === 'resource') {
    removeResource(draft, subject.path);
    return;
  }
  const at = placeOf(draft, subject);
  if (!at) return;
  if (subject.kind === 'integration') setEntry(at.record, at.key, null);
  else delete (at.record as Record<string, unknown>)[at.key];
}

function removeResource({ root }: Draft, path: string): void {
  const below = path === '/' ? '/' : `${path}/`;
  for (const other of Object.keys(root.resources)) {
    if (other === path || other.startsWith(below)) delete root.resources[other];
  }
}

function set(
  draft: Draft,
  subject: Subject,
  { field, key, value }: { field: string; key: string | null; value: FieldValue },
): void {
  const shape = settableFields[subject.kind].find(([name]) => name === field)?.[1];
  const at = shape && placeOf(draft, subject);
  const target = at && open<Record<string, unknown>>(draft, at.record, at.key);
  if (!target) return;
  if (shape === 'map') {
    if (key !== null) setMapEntry(target, field, key, value);
    return;
  }
  target[field] = value ?? (defaultOf[subject.kind]() as unknown as Record<string, unknown>)[field];
}

function setMapEntry(target: Record<string, unknown>, field: string, key: string, value: FieldValue): void {
  const entries = { ...(target[field] as Record<string, FieldValue>) };
  if (value === null) delete entries[key];
  else setEntry(entries, key, value);
  target[field] = entries;
}
