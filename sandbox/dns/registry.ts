import { derived } from '../data-plane/derived';
import type { State } from '../state';
import { awsApexes, awsNameServer } from './aws-zones';
import { customerApexes, customerZone } from './customer-zone';
import { registryNameServer, rootNameServer } from './name-servers';
import { route53Apexes, route53NameServers } from './route-53-zone';
import { normaliseName, parentOf, selfAndAncestors, type Zone, type ZoneRecord } from './zone';

interface Registration {
  /** The topmost zone of a name. */
  zone: string;
  nameServers: string[];
}

/** The name servers of every zone that there is: those that the registry was told, or else those that the zone lists itself. */
const allNameServers = derived(
  (state) => {
    const byZone = new Map<string, string[]>();
    for (const apex of customerApexes(state)) byZone.set(apex, listedByCustomer(state, apex));
    for (const apex of route53Apexes(state)) byZone.set(apex, route53NameServers(state, apex) ?? []);
    for (const apex of awsApexes()) byZone.set(apex, [awsNameServer]);
    for (const { zone, nameServers } of state.list('delegations')) byZone.set(zone, nameServers);
    return byZone;
  },
  ['zones', 'customerRecords', 'delegations'],
);

function listedByCustomer(state: State, apex: string): string[] {
  const records = customerZone(state, apex)?.records(apex) ?? [];
  return records.find(({ type }) => type === 'NS')?.values.map(normaliseName) ?? [];
}

/**
 * Whom the registry delegates a name to: the name servers of its topmost zone, or what `PUT /_sandbox/dns/delegations` said.
 * `undefined` for names that nobody registered.
 */
function registrationOf(state: State, name: string): Registration | undefined {
  for (const zone of [...selfAndAncestors(name)].reverse()) {
    const nameServers = allNameServers(state).get(zone);
    if (nameServers) return { zone, nameServers };
  }
  return undefined;
}

/** Every ancestor of every zone. */
const knownParents = derived(
  (state) => {
    const names = new Set<string>();
    for (const apex of allNameServers(state).keys()) {
      for (const name of selfAndAncestors(parentOf(apex))) names.add(name);
    }
    return names;
  },
  ['zones', 'customerRecords', 'delegations'],
);

const nsOf = (nameServers: string[]): ZoneRecord => ({
  type: 'NS',
  ttl: 172_800,
  values: nameServers.map((name) => `${name}.`),
});

/** Knows the top level domains of the zones that there are, and says NXDOMAIN for all others. */
export function rootZone(state: State): Zone {
  const values = ['a.root-servers.net. nstld.verisign-grs.com. 2026010100 1800 900 604800 86400'];
  return {
    apex: '',
    soa: { type: 'SOA', ttl: 86400, values },
    records(name) {
      if (name === '') return [nsOf([rootNameServer])];
      if (name.includes('.')) return [];
      const registration = registrationOf(state, name);
      if (registration) return [nsOf(registration.nameServers)];
      return isTopLevel(state, name) ? [nsOf([registryNameServer(name)])] : [];
    },
    exists: (name) => knownParents(state).has(name) || registrationOf(state, name)?.zone === name,
  };
}

/** A top level domain, as its registry serves it: nothing but delegations. */
export function topLevelZone(state: State, topLevel: string): Zone | undefined {
  if (!isTopLevel(state, topLevel) || registrationOf(state, topLevel)) return undefined;
  const own = registryNameServer(topLevel);
  return {
    apex: topLevel,
    soa: { type: 'SOA', ttl: 900, values: [`${own}. hostmaster.nic.${topLevel}. 1 1800 900 604800 900`] },
    records(name) {
      if (name === topLevel) return [nsOf([own])];
      const registration = registrationOf(state, name);
      return registration?.zone === name ? [nsOf(registration.nameServers)] : [];
    },
    exists: (name) => knownParents(state).has(name) || registrationOf(state, name)?.zone === name,
  };
}

function isTopLevel(state: State, name: string): boolean {
  return name !== '' && !name.includes('.') && knownParents(state).has(name);
}
