import 'server-only';
import type { Db } from '@/lib/db/db';
import { deployable } from '@/lib/gateway/deployable';
import { diff } from '@/lib/gateway/diff';
import { Recent } from '@/lib/inventory/recent';
import { readSnapshots } from '@/lib/inventory/snapshots';

/** A pair of hashes -> differences: content never changes, so neither does their number. */
const counted = new Recent<string, number>(2_000);

/** In how much the deployable parts of stored snapshots differ, null where one is unknown. For whole lists at once. */
export async function countDifferences(
  db: Db,
  pairs: readonly { from: string | null; to: string | null }[],
): Promise<(number | null)[]> {
  const fresh = pairs.flatMap(({ from, to }) => {
    return from === null || to === null || from === to || counted.get(`${from} ${to}`) !== undefined ? [] : [from, to];
  });
  const snapshots = await readSnapshots(db, [...new Set(fresh)]);
  return pairs.map(({ from, to }) => {
    if (from === null || to === null) return null;
    if (from === to) return 0;
    const known = counted.get(`${from} ${to}`);
    if (known !== undefined) return known;
    const left = snapshots.get(from);
    const right = snapshots.get(to);
    if (!left || !right) return null;
    const { length } = diff(deployable(left), deployable(right)).differences;
    counted.set(`${from} ${to}`, length);
    return length;
  });
}
