import { getDomain } from 'tldts';
import { derived } from '../data-plane/derived';
import type { State } from '../state';
import { normaliseName, selfAndAncestors, type Zone, type ZoneRecord } from './zone';

/** The customers' own DNS provider: one zone for every registrable domain that has a record there. */
const provider = derived((state) => {
  const records = new Map<string, ZoneRecord[]>();
  const names = new Set<string>();
  const apexes = new Set<string>();
  for (const { name, type, ttl, values } of state.list('customerRecords')) {
    records.set(name, [...(records.get(name) ?? []), { type, ttl, values }]);
    const apex = registrableDomain(name);
    if (apex) apexes.add(apex);
    for (const each of selfAndAncestors(name)) names.add(each);
  }
  return { records, names, apexes };
});

const soa: ZoneRecord = {
  type: 'SOA',
  ttl: 300,
  values: ['ns1.customer-dns.example. hostmaster.customer-dns.example. 1 7200 900 1209600 300'],
};
const nameServers: ZoneRecord = {
  type: 'NS',
  ttl: 3600,
  values: ['ns1.customer-dns.example.', 'ns2.customer-dns.example.'],
};

/** `a.b.example.co.uk` -> `example.co.uk`; `null` for public suffixes and single labels. */
export function registrableDomain(name: string): string | null {
  return getDomain(name.replace(/^\*\./, ''), { validateHostname: false });
}

/** The provider's zone of exactly this name. */
export function customerZone(state: State, apex: string): Zone | undefined {
  return provider(state).apexes.has(apex) ? openZone(state, apex) : undefined;
}

/** What the provider serves from `cut` downwards, when another authority delegates that to its name servers. */
export function delegatedCustomerZone(state: State, cut: string, to: string[]): Zone | undefined {
  const isDelegated = nameServers.values.some((server) => to.includes(normaliseName(server)));
  return isDelegated && provider(state).names.has(cut) ? openZone(state, cut) : undefined;
}

function openZone(state: State, apex: string): Zone {
  const { records, names } = provider(state);
  function read(name: string): ZoneRecord[] {
    const own = records.get(name) ?? [];
    return name === apex && !own.some(({ type }) => type === 'NS') ? [...own, nameServers] : [...own];
  }
  return { apex, soa, records: read, exists: (name) => names.has(name) };
}

export function customerApexes(state: State): Iterable<string> {
  return provider(state).apexes;
}
