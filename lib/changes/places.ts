import type { Difference, Edit } from '@/lib/gateway/edits';
import { type Subject, subjectKey } from '@/lib/gateway/subjects';
import { groupBy } from '@/lib/group-by';

/** What of a gateway an edit or a difference is about: a subject as a whole, one field, or one entry of a map field. */
export interface Place {
  subject: Subject;
  /** Null: the subject with all that is inside it. */
  field: string | null;
  key: string | null;
  /** Whether it takes the subject away: a resource goes with everything below it, but comes alone. */
  removes: boolean;
}

export function placeOfEdit(edit: Edit): Place {
  const { subject } = edit;
  if (edit.op === 'set') return { subject, field: edit.field, key: edit.key, removes: false };
  return { subject, field: null, key: null, removes: edit.op === 'remove' };
}

export function placeOfDifference(difference: Difference): Place {
  const { subject } = difference;
  if (difference.change === 'changed') return { subject, field: difference.field, key: difference.key, removes: false };
  return { subject, field: null, key: null, removes: difference.change === 'removed' };
}

/** Whether what happens at one place can matter at the other. */
export function overlap(one: Place, other: Place): boolean {
  if (subjectKey(one.subject) === subjectKey(other.subject)) return sameField(one, other);
  return contains(one, other.subject) || contains(other, one.subject);
}

/**
 * Tells of a place whether it overlaps with any of these: `places.some((other) => overlap(place, other))`, without trying all of them
 * for each of the thousands of places of a large import.
 */
export function overlapsAny(places: readonly Place[]): (place: Place) => boolean {
  const byNeighbourhood = groupBy(places, ({ subject }) => neighbourhood(subject));
  const removals = places.filter(removesBelow);
  return (place) => {
    const hits = (other: Place) => overlap(place, other);
    const near = byNeighbourhood.get(neighbourhood(place.subject)) ?? [];
    return near.some(hits) || removals.some(hits) || (removesBelow(place) && places.some(hits));
  };
}

/** Beside resources that take along what is below them, only places of the same path, or the same shared thing, overlap. */
function neighbourhood(subject: Subject): string {
  return 'path' in subject ? subject.path : subjectKey(subject);
}

function removesBelow({ subject, removes }: Place): boolean {
  return subject.kind === 'resource' && removes;
}

function sameField(one: Place, other: Place): boolean {
  if (one.field === null || other.field === null) return true;
  return one.field === other.field && (one.key === null || other.key === null || one.key === other.key);
}

/** Whether the place, as a whole, has the subject inside it. */
export function contains({ subject: outer, field, removes }: Place, inner: Subject): boolean {
  if (field !== null) return false;
  switch (outer.kind) {
    case 'resource':
      return removes && 'path' in inner && isAtOrBelow(inner.path, outer.path);
    case 'method':
      return sameRoute(outer, inner) && inner.kind !== 'method';
    case 'integration':
      return sameRoute(outer, inner) && inner.kind === 'integration-response';
    default:
      return false;
  }
}

function sameRoute(outer: { path: string; verb: string }, inner: Subject): boolean {
  return 'verb' in inner && inner.path === outer.path && inner.verb === outer.verb;
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(above === '/' ? '/' : `${above}/`);
}
