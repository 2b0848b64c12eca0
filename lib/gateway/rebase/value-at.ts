import type { Edit, FieldValue } from '@/lib/gateway/edits';
import type { Resource, Snapshot } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { type SubjectKind, type SubjectValues, subjectValue } from '@/lib/gateway/subjects';

/** What stands at the place of an edit: a field, an entry, a subject, or the resources that go with a removed one. */
export type PlaceValue = FieldValue | SubjectValues[SubjectKind] | Record<string, Resource>;

/** Null: nothing. */
export function valueAt(snapshot: Snapshot, edit: Edit): PlaceValue | null {
  const { subject } = edit;
  if (subject.kind === 'resource') {
    if (edit.op === 'remove') return subtree(snapshot, subject.path);
    // Its methods have edits of their own.
    return Object.hasOwn(snapshot.resources, subject.path) ? { methods: {} } : null;
  }
  const value: object | null = subjectValue(snapshot, subject);
  if (edit.op !== 'set' || value === null) return value as PlaceValue | null;
  const field = entryOf(value as Record<string, PlaceValue>, edit.field);
  return edit.key === null ? field : entryOf(field as Record<string, FieldValue> | null, edit.key);
}

/** All that goes with a resource, by path; null when it isn't there. */
function subtree({ resources }: Snapshot, path: string): Record<string, Resource> | null {
  if (!Object.hasOwn(resources, path)) return null;
  const below = path === '/' ? '/' : `${path}/`;
  return Object.fromEntries(Object.entries(resources).filter(([other]) => other === path || other.startsWith(below)));
}
