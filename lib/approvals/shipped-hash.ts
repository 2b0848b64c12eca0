import 'server-only';
import { deployable } from '@/lib/gateway/deployable';
import type { Snapshot } from '@/lib/gateway/model';
import { hashOf } from '@/lib/inventory/hash-of';

const known = new WeakMap<Snapshot, string>();

/** What a deployment of this snapshot would make a stage serve, as a hash: what an approval is bound to. */
export function shippedHash(snapshot: Snapshot): string {
  const hash = known.get(snapshot) ?? hashOf(deployable(snapshot));
  known.set(snapshot, hash);
  return hash;
}
