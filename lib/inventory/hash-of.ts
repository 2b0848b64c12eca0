import 'server-only';
import { createHash } from 'node:crypto';
import type { Snapshot } from '@/lib/gateway/model';

const known = new WeakMap<Snapshot, string>();

/** SHA-256 of a canonical snapshot's JSON, in hex: equal for equal gateways. Remembered by object; snapshots never change. */
export function hashOf(snapshot: Snapshot): string {
  const hash = known.get(snapshot) ?? createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
  known.set(snapshot, hash);
  return hash;
}
