import type { StoredZone } from '../model';
import type { State } from '../state';
import { lookUp } from './look-up';
import { resolve } from './resolve';
import { openZone } from './route-53-zone';
import { normaliseName, unescapeName, type Zone, type ZoneRecord } from './zone';

interface Answered {
  rcode: string;
  values: string[];
}

const longestChain = 16;

/** What the zone's name servers say of a name within it, as TestDNSAnswer tells it: values in zone-file text. */
export function resolveInZone(state: State, stored: StoredZone, name: string, type: string): Answered {
  return answerFrom(state, openZone(state, stored), normaliseName(unescapeName(name)), type, longestChain);
}

function answerFrom(state: State, zone: Zone, name: string, type: string, budget: number): Answered {
  const finding = lookUp(zone, name, type);
  switch (finding.kind) {
    case 'records': {
      const valuesOf = (record: ZoneRecord) => valuesIn(state, zone, record, budget);
      return { rcode: 'NOERROR', values: finding.records.flatMap(valuesOf) };
    }
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

/** An alias answers with the values of its target: of the zone itself, or of AWS's own names. */
function valuesIn(state: State, zone: Zone, record: ZoneRecord, budget: number): string[] {
  const { aliasTarget, isAliasWithin, type, values } = record;
  if (aliasTarget === undefined) return values;
  if (isAliasWithin) return budget > 0 ? answerFrom(state, zone, aliasTarget, type, budget - 1).values : [];
  return resolve(state, aliasTarget, type).answers.flatMap((answer) =>
    answer.type === type && 'data' in answer && typeof answer.data === 'string' ? [answer.data] : [],
  );
}
