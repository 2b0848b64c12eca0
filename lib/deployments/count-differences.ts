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
  const counts: (number | null)[] = [];
  // One after the other: two hundred large gateways at once don't fit into memory.
  for (const { from, to } of pairs) {
    counts.push(from === null || to === null ? null : await countBetween(db, from, to));
  }
  return counts;
}

async function countBetween(db: Db, from: string, to: string): Promise<number | null> {
  if (from === to) return 0;
  const key = `${from} ${to}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const snapshots = await readSnapshots(db, [from, to]);
  const left = snapshots.get(from);
  const right = snapshots.get(to);
  if (!left || !right) return null;
  const { length } = diff(deployable(left), deployable(right)).differences;
  counted.set(key, length);
  return length;
}
