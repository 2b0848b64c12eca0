import { isWithin, parentOf, selfAndAncestors, type Zone, type ZoneRecord } from './zone';

/** What one zone says about one question. */
export type Finding =
  | { kind: 'records'; records: ZoneRecord[] }
  | { kind: 'cname'; ttl: number; target: string }
  /** A zone cut: other name servers are in charge from `cut` downwards. */
  | { kind: 'delegation'; cut: string; record: ZoneRecord }
  | { kind: 'nodata' }
  | { kind: 'nxdomain' };

/**
 * Asks a zone as RFC 1034 section 4.3.2 and, for wildcards, RFC 4592 say: delegation first, then the name itself, then
 * the wildcard below its closest existing ancestor. `name` must lie within the zone.
 */
export function lookUp(zone: Zone, name: string, type: string): Finding {
  return findDelegation(zone, name, type) ?? answerFrom(zone, sourceOf(zone, name), name, type);
}

function findDelegation(zone: Zone, name: string, type: string): Finding | undefined {
  const below = [...selfAndAncestors(name)].filter((each) => each !== zone.apex && isWithin(each, zone.apex));
  for (const cut of below.reverse()) {
    // The parent itself answers for the DS record of a cut (RFC 4035 section 3.1.4.1).
    if (cut === name && type === 'DS') return undefined;
    const record = zone.records(cut).find((each) => each.type === 'NS');
    if (record) return { kind: 'delegation', cut, record };
  }
  return undefined;
}

/** The owner whose records answer for `name`: itself, a wildcard, or nobody. */
function sourceOf(zone: Zone, name: string): string | undefined {
  if (name === zone.apex || zone.exists(name)) return name;
  let encloser = parentOf(name);
  while (encloser !== zone.apex && !zone.exists(encloser)) encloser = parentOf(encloser);
  const wildcard = encloser === '' ? '*' : `*.${encloser}`;
  return zone.exists(wildcard) ? wildcard : undefined;
}

function answerFrom(zone: Zone, owner: string | undefined, name: string, type: string): Finding {
  if (owner === undefined) return { kind: 'nxdomain' };
  // A star is no wildcard for NS records (facts 9.3).
  const records = zone.records(owner).filter((record) => owner === name || record.type !== 'NS');
  if (owner === zone.apex && !records.some((record) => record.type === 'SOA')) records.push(zone.soa);
  const matching = type === 'ANY' ? records : records.filter((record) => record.type === type);
  if (matching.length > 0) return { kind: 'records', records: matching };
  const cname = records.find((record) => record.type === 'CNAME');
  const target = cname?.aliasTarget ?? cname?.values[0];
  if (cname && target !== undefined) return { kind: 'cname', ttl: cname.ttl, target };
  return { kind: 'nodata' };
}
