import type { State } from '../state';
import { awsNameServer, awsZone } from './aws-zones';
import { delegatedCustomerZone } from './customer-zone';
import { type Finding, lookUp } from './look-up';
import {
  isProviderAddress,
  nameServerAddress,
  nameServerIdentity,
  registryNameServer,
  rootNameServer,
  silentAddresses,
} from './name-servers';
import { rootZone, topLevelZone } from './registry';
import { route53Zone } from './route-53-zone';
import { normaliseName, type Zone } from './zone';

export interface Asked {
  zone: Zone;
  /** The name server that answered. */
  server: string;
  finding: Finding;
}

/**
 * Finds who is in charge of a name, as a recursive resolver does: from the root downwards along NS records, of which it takes the
 * first name server that answers for the zone. `undefined`: delegated to name servers that don't (SERVFAIL).
 */
export function askAuthority(state: State, name: string, type: string): Asked | undefined {
  const asked = walk(state, name, type);
  if (asked && asked.finding.kind !== 'nxdomain') return asked;
  const finding = nameServerFinding(state, name, type);
  return finding ? { ...atRoot(state), finding } : asked;
}

function walk(state: State, name: string, type: string): Asked | undefined {
  let at: { zone: Zone; server: string } | undefined = atRoot(state);
  while (at) {
    const finding = lookUp(at.zone, name, type);
    if (finding.kind !== 'delegation') return { ...at, finding };
    at = delegatedZone(state, finding.cut, finding.record.values.map(normaliseName));
  }
  return undefined;
}

/** Name servers' names have addresses unless somebody who runs a zone says otherwise. */
export function nameServerFinding(state: State, name: string, type: string): Finding | undefined {
  const address = nameServerAddress(state, name);
  if (address === undefined) return undefined;
  if (type !== 'A') return { kind: 'nodata' };
  return { kind: 'records', records: [{ type: 'A', ttl: 3600, values: [address] }] };
}

function atRoot(state: State): { zone: Zone; server: string } {
  return { zone: rootZone(state), server: rootNameServer };
}

function delegatedZone(state: State, cut: string, nameServers: string[]): { zone: Zone; server: string } | undefined {
  for (const server of nameServers) {
    const address = nameServerIdentity(state, server);
    if (address === undefined || silentAddresses(state).has(address)) continue;
    const zone = zoneOn(state, server, address, cut);
    if (zone) return { zone, server };
  }
  return undefined;
}

/** The zone `apex` as one name server has it; `undefined` when it doesn't serve it. */
function zoneOn(state: State, server: string, address: string, apex: string): Zone | undefined {
  if (server === registryNameServer(apex)) return topLevelZone(state, apex);
  if (server === awsNameServer) return awsZone(state, apex);
  if (isProviderAddress(address)) return delegatedCustomerZone(state, apex, address);
  return route53Zone(state, apex, (each) => each === server);
}
