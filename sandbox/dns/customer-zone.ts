import { getDomain } from 'tldts';
import { derived } from '../data-plane/derived';
import type { CustomerRecord } from '../model';
import type { State } from '../state';
import { selfAndAncestors, type Zone, type ZoneRecord } from './zone';

/** The names of the provider's two name servers, which its zones have unless they list others. */
export const customerNameServers = ['ns1.customer-dns.example', 'ns2.customer-dns.example'];

interface Content {
  records: Map<string, ZoneRecord[]>;
  /** Every owner of a record, and every name above one. */
  names: Set<string>;
  /** One zone for every registrable domain that has a record. */
  apexes: Set<string>;
}

/** What the customers' own DNS provider has, and what those of its servers have that were held back, by address. */
const provider = derived(
  (state) => {
    const held = new Map<string, Content>();
    for (const { address, heldAt } of state.list('nameServers')) if (heldAt) held.set(address, contentOf(heldAt));
    return { now: contentOf(state.list('customerRecords')), held };
  },
  ['customerRecords', 'nameServers'],
);

function contentOf(all: CustomerRecord[]): Content {
  const content: Content = { records: new Map(), names: new Set(), apexes: new Set() };
  for (const { name, type, ttl, values } of all) {
    content.records.set(name, [...(content.records.get(name) ?? []), { type, ttl, values }]);
    const apex = registrableDomain(name);
    if (apex) content.apexes.add(apex);
    for (const each of selfAndAncestors(name)) content.names.add(each);
  }
  return content;
}

function contentAt(state: State, address: string | undefined): Content {
  const { now, held } = provider(state);
  return (address === undefined ? undefined : held.get(address)) ?? now;
}

const soa: ZoneRecord = {
  type: 'SOA',
  ttl: 300,
  values: [`${customerNameServers[0]}. hostmaster.customer-dns.example. 1 7200 900 1209600 300`],
};
const nameServers: ZoneRecord = { type: 'NS', ttl: 3600, values: customerNameServers.map((name) => `${name}.`) };

/** `a.b.example.co.uk` -> `example.co.uk`; `null` for public suffixes and single labels. */
export function registrableDomain(name: string): string | null {
  return getDomain(name.replace(/^\*\./, ''), { validateHostname: false });
}

/** The provider's zone of exactly this name, as its server at `address` has it, or as it is. */
export function customerZone(state: State, apex: string, address?: string): Zone | undefined {
  return contentAt(state, address).apexes.has(apex) ? delegatedCustomerZone(state, apex, address) : undefined;
}

/** What the provider serves from `cut` downwards, when somebody delegates that to its name servers. */
export function delegatedCustomerZone(state: State, cut: string, address?: string): Zone | undefined {
  const { records, names } = contentAt(state, address);
  if (!names.has(cut)) return undefined;
  function read(name: string): ZoneRecord[] {
    const own = records.get(name) ?? [];
    return name === cut && !own.some(({ type }) => type === 'NS') ? [...own, nameServers] : [...own];
  }
  return { apex: cut, soa, records: read, exists: (name) => names.has(name) };
}

export function customerApexes(state: State): Iterable<string> {
  return provider(state).now.apexes;
}
