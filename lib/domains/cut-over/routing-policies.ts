import { describeRecord } from '@/lib/domains/plan-records';
import type { RecordSet } from '@/lib/inventory/model';

/**
 * Why records at a hostname can't be replaced here: Route 53 shares its traffic among several by a routing policy (weights, latency,
 * geolocation, failover), which an alias of ours beside them would break. Null when there are none. Pure.
 */
export function policyRefusal(hostname: string, records: readonly RecordSet[]): string | null {
  const shared = records.filter(
    ({ name, type, setIdentifier }) =>
      name === hostname && setIdentifier !== null && ['A', 'AAAA', 'CNAME'].includes(type),
  );
  if (shared.length === 0) return null;
  const some = shared.slice(0, 3).map((record) => `${describeRecord(record)} (${record.setIdentifier})`);
  const all =
    shared.length > some.length ? `${some.join(', ')} and ${shared.length - some.length} more` : some.join(', ');
  return `Our zone shares the traffic of ${hostname} among records with a routing policy: ${all}. Gatehouse doesn't replace such records. Put one simple record in their place in Route 53, or remove them.`;
}
