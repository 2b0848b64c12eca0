import { derived } from '../data-plane/derived';
import type { State } from '../state';
import { awsApexes, awsZone } from './aws-zones';
import { customerApexes, customerZone, delegatedCustomerZone } from './customer-zone';
import { type Finding, lookUp } from './look-up';
import { route53Apexes, route53Zone } from './route-53-zone';
import { normaliseName, parentOf, selfAndAncestors, type Zone } from './zone';

/** Every ancestor of every zone: names that a parent (the root, a registry) would know about. */
const knownParents = derived((state) => {
  const names = new Set<string>();
  for (const apexes of [awsApexes(), route53Apexes(state), customerApexes(state)]) {
    for (const apex of apexes) for (const name of selfAndAncestors(parentOf(apex))) names.add(name);
  }
  return names;
});

/** Says NXDOMAIN for all that no zone of the sandbox covers. */
function rootZone(state: State): Zone {
  const values = ['a.root-servers.net. nstld.verisign-grs.com. 2026010100 1800 900 604800 86400'];
  return {
    apex: '',
    soa: { type: 'SOA', ttl: 86400, values },
    records: () => [],
    exists: (name) => knownParents(state).has(name),
  };
}

/**
 * Finds who is in charge of a name, as a recursive resolver does: from the topmost zone downwards along NS records. A
 * registry isn't played, so the topmost zone of a name counts as delegated; a zone below another one is reached only
 * when the upper one delegates to it. `undefined`: delegated to name servers that don't serve the name (SERVFAIL).
 */
export function askAuthority(state: State, name: string, type: string): { zone: Zone; finding: Finding } | undefined {
  let zone: Zone | undefined = topmostZone(state, name);
  while (zone) {
    const finding = lookUp(zone, name, type);
    if (finding.kind !== 'delegation') return { zone, finding };
    zone = delegatedZone(state, finding.cut, finding.record.values.map(normaliseName));
  }
  return undefined;
}

function topmostZone(state: State, name: string): Zone {
  for (const apex of [...selfAndAncestors(name)].reverse()) {
    const zone = awsZone(state, apex) ?? route53Zone(state, apex) ?? customerZone(state, apex);
    if (zone) return zone;
  }
  return rootZone(state);
}

function delegatedZone(state: State, cut: string, nameServers: string[]): Zone | undefined {
  return route53Zone(state, cut, nameServers) ?? delegatedCustomerZone(state, cut, nameServers);
}
