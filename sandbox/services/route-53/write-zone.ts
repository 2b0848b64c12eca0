import type { Context } from '../../context';
import { Failure } from '../../protocol/failure';
import type { State, Transaction } from '../../state';
import { bareId } from './zone';

/** Zones with a write under way, by the state that holds them. */
const underWay = new WeakMap<State, Set<string>>();

/**
 * Writes to one zone. While one write is under way Route 53 refuses the next (facts 1.4); the sandbox does so where it
 * keeps AWS's rates, too.
 */
export async function writeZone<T>(
  { state, dials }: Context,
  zoneId: string | undefined,
  change: (tx: Transaction) => T,
): Promise<T> {
  const zones = underWay.get(state) ?? new Set();
  underWay.set(state, zones);
  const id = bareId(zoneId);
  if (zones.has(id) && dials.throttles)
    throw new Failure(
      'PriorRequestNotComplete',
      'The request was rejected because Route 53 was still processing a prior request.',
    );
  zones.add(id);
  try {
    return await state.write(change);
  } finally {
    zones.delete(id);
  }
}
