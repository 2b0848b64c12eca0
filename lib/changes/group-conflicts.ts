import { diff } from '@/lib/gateway/diff';
import { differenceKey } from '@/lib/gateway/difference-key';
import type { Snapshot } from '@/lib/gateway/model';
import type { RawConflict } from './draft-state';
import { overlap, placeOfDifference, placeOfEdit } from './places';

/**
 * Conflicts that can only be settled together: they stand against the same change of somebody else, such as a method that was removed and
 * of which the draft changes two fields. Pure.
 */
export function groupConflicts(base: Snapshot, working: Snapshot, conflicts: readonly RawConflict[]): RawConflict[][] {
  const theirs = diff(base, working).differences;
  let groups: { keys: Set<string>; conflicts: RawConflict[] }[] = [];
  for (const conflict of conflicts) {
    const place = placeOfEdit(conflict.edit);
    const against = theirs.filter((difference) => overlap(place, placeOfDifference(difference))).map(differenceKey);
    const near = groups.filter(({ keys }) => against.some((key) => keys.has(key)));
    groups = [
      ...groups.filter((group) => !near.includes(group)),
      {
        keys: new Set([...against, ...near.flatMap(({ keys }) => [...keys])]),
        conflicts: [...near.flatMap((group) => group.conflicts), conflict],
      },
    ];
  }
  return groups.map((group) => group.conflicts);
}
