import { normalName } from '@/lib/dns/normal-name';
import type { RecordSet } from '@/lib/inventory/model';

interface RecordChange {
  action: 'UPSERT' | 'DELETE';
  record: RecordSet;
}

export type RecordPlan =
  | { state: 'equal' }
  | { state: 'change'; changes: RecordChange[] }
  /** Records that are not ours are in the way. */
  | { state: 'conflict'; foreign: RecordSet[] };

interface Rules {
  /** Values that we have published before: records that hold them are ours to change. */
  ownValues: string[];
  /** The operator confirmed that foreign records may be replaced. */
  takeover: boolean;
}

/**
 * What has to change in a zone so that it holds the wanted records, all at one name. Pure. Records that are not ours are
 * never replaced unless the operator confirmed it; then old and new change in one atomic batch. Records of types that
 * live well beside the wanted ones (MX or TXT beside an alias A) are left alone.
 */
export function planRecords(wanted: RecordSet[], existing: RecordSet[], { ownValues, takeover }: Rules): RecordPlan {
  const names = wanted.map((record) => record.name);
  const here = existing.filter((record) => names.includes(record.name));
  const missing = wanted.filter((record) => !here.some((other) => sameRecord(record, other)));
  const inTheWay = here.filter(
    (other) => !wanted.some((record) => sameRecord(record, other)) && collides(other, wanted),
  );
  if (missing.length === 0 && inTheWay.length === 0) return { state: 'equal' };
  const foreign = inTheWay.filter((record) => record.setIdentifier !== null || !ownValues.includes(targetOf(record)));
  // Of those with a routing policy there are several at one name and type: replacing one of them would leave the others.
  const kept = foreign.some((record) => record.setIdentifier !== null);
  if (foreign.length > 0 && (!takeover || kept)) return { state: 'conflict', foreign };
  // An UPSERT replaces a record of the same type; anything else in the way has to be deleted first.
  const replaced = (record: RecordSet) =>
    record.setIdentifier === null && missing.some((one) => one.type === record.type);
  const deletions = inTheWay.filter((record) => !replaced(record));
  return {
    state: 'change',
    changes: [
      ...deletions.map((record) => ({ action: 'DELETE' as const, record })),
      ...missing.map((record) => ({ action: 'UPSERT' as const, record })),
    ],
  };
}

/** A CNAME stands alone at its name; addresses collide with addresses and with a CNAME. */
function collides(other: RecordSet, wanted: RecordSet[]): boolean {
  if (other.type === 'NS' || other.type === 'SOA') return false;
  if (other.type === 'CNAME') return true;
  return wanted.some((record) => record.type === 'CNAME' || record.type === other.type);
}

/** Same name, type and target; the TTL is nobody's business. */
export function sameRecord(a: RecordSet, b: RecordSet): boolean {
  if (a.name !== b.name || a.type !== b.type || a.setIdentifier !== b.setIdentifier) return false;
  return (a.alias === null) === (b.alias === null) && targetOf(a) === targetOf(b);
}

/** Where a record leads, comparable. */
export function targetOf(record: RecordSet): string {
  if (record.alias !== null) return normalName(record.alias.dnsName);
  return [...record.values]
    .map(record.type === 'CNAME' ? normalName : String)
    .sort()
    .join(' ');
}

/** A record as operators read it. */
export function describeRecord(record: RecordSet): string {
  const value = record.alias === null ? record.values.join(', ') : `alias to ${record.alias.dnsName}`;
  return `${record.type} ${value}`;
}
