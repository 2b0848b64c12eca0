import type { Snapshot } from './model';
import type { SubjectKind, SubjectOf, SubjectValues } from './subjects';

/** A field's value, or that of one entry of a map field (`requestParameters`, `variables` …). */
export type FieldValue = string | number | boolean | string[] | { destinationArn: string; format: string } | null;

/**
 * One edit of a gateway. All are absolute ("is to be so"), so that applying an edit twice is applying it once, and what another
 * person changed elsewhere stays.
 *
 * - `put` makes the subject, or replaces it with all that is inside it. A resource that exists keeps its methods; missing parents are
 *   made with it.
 * - `remove` takes it away with all that is inside it; a resource with everything below it. What isn't there stays away.
 * - `set` changes one field, or with `key` one entry of a map field; null takes the entry away or the field back to its default.
 */
export type Edit = {
  [Kind in SubjectKind]:
    | { op: 'put'; subject: SubjectOf<Kind>; value: SubjectValues[Kind] }
    | { op: 'remove'; subject: SubjectOf<Kind> }
    | { op: 'set'; subject: SubjectOf<Kind>; field: string; key: string | null; value: FieldValue };
}[SubjectKind];

/**
 * One difference between two snapshots. `added` and `removed` carry the whole value; an added resource has no methods in it: they are
 * differences of their own, as are those of a removed one.
 */
export type Difference = {
  [Kind in SubjectKind]:
    | { change: 'added'; subject: SubjectOf<Kind>; after: SubjectValues[Kind] }
    | { change: 'removed'; subject: SubjectOf<Kind>; before: SubjectValues[Kind] }
    | {
        change: 'changed';
        subject: SubjectOf<Kind>;
        field: string;
        /** Entry of a map field; null for the field as a whole. */
        key: string | null;
        /** Null: an absent entry, or the field's own null. */
        before: FieldValue;
        after: FieldValue;
      };
}[SubjectKind];

export interface Diff {
  from: Snapshot;
  to: Snapshot;
  /** Ordered for people: the API's settings, shared things, then routes by path and verb, then stages. */
  differences: Difference[];
}
