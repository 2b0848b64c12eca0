import { parentOf } from './canonicalise/parents';
import type { Difference, Edit } from './edits';

/** The edits that make the differences: applied to what they were seen from, they give what they were seen in. */
export function editsOf(differences: readonly Difference[]): Edit[] {
  const removed = new Set(
    differences.flatMap(({ change, subject }) =>
      change === 'removed' && subject.kind === 'resource' ? [subject.path] : [],
    ),
  );
  return differences.flatMap((difference) => (goesWithParent(difference, removed) ? [] : [editOf(difference)]));
}

/** A resource takes all below it along. */
function goesWithParent({ change, subject }: Difference, removed: ReadonlySet<string>): boolean {
  if (change !== 'removed' || !('path' in subject)) return false;
  return removed.has(subject.kind === 'resource' ? (parentOf(subject.path) ?? '') : subject.path);
}

function editOf(difference: Difference): Edit {
  const { subject } = difference;
  switch (difference.change) {
    case 'added':
      return { op: 'put', subject, value: difference.after } as Edit;
    case 'removed':
      return { op: 'remove', subject } as Edit;
    case 'changed': {
      const { field, key, after } = difference;
      return { op: 'set', subject, field, key, value: after } as Edit;
    }
  }
}
