import type { StoredZone } from '../model';
import type { State } from '../state';
import { lookUp } from './look-up';
import { resolve } from './resolve';
import { openZone } from './route-53-zone';
import { normaliseName, type ZoneRecord } from './zone';

/** What the zone's name servers say of a name within it, as TestDNSAnswer tells it: values in zone-file text. */
export function resolveInZone(
  state: State,
  stored: StoredZone,
  name: string,
  type: string,
): { rcode: string; values: string[] } {
  const finding = lookUp(openZone(state, stored), normaliseName(name), type);
  switch (finding.kind) {
    case 'records':
      return { rcode: 'NOERROR', values: finding.records.flatMap((record) => valuesOf(state, record)) };
    case 'cname':
      return { rcode: 'NOERROR', values: [finding.target] };
    case 'delegation':
      return { rcode: 'NOERROR', values: type === 'NS' ? finding.record.values : [] };
    case 'nodata':
      return { rcode: 'NOERROR', values: [] };
    case 'nxdomain':
      return { rcode: 'NXDOMAIN', values: [] };
  }
}

/** An alias answers with the addresses of its target. */
function valuesOf(state: State, { aliasTarget, type, values }: ZoneRecord): string[] {
  if (aliasTarget === undefined) return values;
  return resolve(state, aliasTarget, type).answers.flatMap((answer) =>
    answer.type === type && 'data' in answer && typeof answer.data === 'string' ? [answer.data] : [],
  );
}
