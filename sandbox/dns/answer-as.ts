import type { Answer } from 'dns-packet';
import type { State } from '../state';
import { awsZone } from './aws-zones';
import { customerZone, delegatedCustomerZone, registrableDomain } from './customer-zone';
import { askAuthority, nameServerFinding } from './find-zone';
import { type Finding, lookUp } from './look-up';
import {
  authorityAddresses,
  isProviderAddress,
  nameServerAddress,
  nameServerIdentity,
  route53Address,
} from './name-servers';
import { toAnswer } from './record-data';
import { rootZone, topLevelZone } from './registry';
import { answersOf, longestChain, negative, type Resolution } from './resolve';
import { route53Zone } from './route-53-zone';
import { isWithin, normaliseName, selfAndAncestors, unescapeName, type Zone } from './zone';

const refused: Resolution = { rcode: 'REFUSED', answers: [], authorities: [], from: 'authority' };

/**
 * What the name server at an address says: of its own zones with authority, of what it delegates a referral, and REFUSED of all
 * others. It follows CNAMEs within the zone only, and asks nobody.
 */
export function answerAs(state: State, address: string, name: string, type: string): Resolution {
  const zone = zoneAt(state, address, normaliseName(name));
  if (!zone) return refused;
  const answers: Answer[] = [];
  let owner = name.replace(/\.$/, '');
  for (let left = longestChain; left > 0; left -= 1) {
    const finding = findingAt(state, address, zone, normaliseName(owner), type);
    if (finding.kind === 'delegation') return answers.length > 0 ? say(answers) : refer(state, finding);
    if (finding.kind === 'nodata' || finding.kind === 'nxdomain')
      return { ...say(answers, finding.kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR'), authorities: negative(zone) };
    if (finding.kind === 'records') {
      answers.push(...finding.records.flatMap((record) => answersOf(state, owner, record, left - 1)));
      return answers.length > 0 ? say(answers) : { ...say([]), authorities: negative(zone) };
    }
    const cname = toAnswer(owner, 'CNAME', finding.ttl, finding.target);
    if (!cname) break;
    answers.push(cname);
    owner = unescapeName(finding.target).replace(/\.$/, '');
    if (!isWithin(normaliseName(owner), zone.apex)) return say(answers);
  }
  return { ...say([], 'SERVFAIL'), authoritative: false };
}

/** The registry also has the addresses of the name servers that it hands out. */
function findingAt(state: State, address: string, zone: Zone, name: string, type: string): Finding {
  const finding = lookUp(zone, name, type);
  if (finding.kind !== 'nxdomain' || address !== authorityAddresses.registry) return finding;
  return nameServerFinding(state, name, type) ?? finding;
}

function say(answers: Answer[], rcode: Resolution['rcode'] = 'NOERROR'): Resolution {
  return { rcode, answers, authorities: [], from: 'authority', authoritative: true };
}

/** The name servers to ask instead, with the addresses of those that lie in the delegated zone (RFC 9471). */
function refer(state: State, { cut, record }: Extract<Finding, { kind: 'delegation' }>): Resolution {
  const authorities = record.values.flatMap((value) => toAnswer(cut, 'NS', record.ttl, value) ?? []);
  const within = record.values.map(normaliseName).filter((name) => isWithin(name, cut));
  const additionals = within.flatMap((name) => {
    const address = nameServerAddress(state, name);
    return (address === undefined ? undefined : toAnswer(name, 'A', record.ttl, address)) ?? [];
  });
  return { rcode: 'NOERROR', answers: [], authorities, additionals, from: 'authority' };
}

/** The lowest zone above a name, or at it, that the server at the address has. */
function zoneAt(state: State, address: string, name: string): Zone | undefined {
  if (address === authorityAddresses.registry) {
    return topLevelZone(state, name.slice(name.lastIndexOf('.') + 1)) ?? rootZone(state);
  }
  if (isProviderAddress(address)) return providerZone(state, address, name);
  for (const apex of selfAndAncestors(name)) {
    const zone =
      address === authorityAddresses.aws
        ? awsZone(state, apex)
        : route53Zone(state, apex, (server) => route53Address(server) === address);
    if (zone) return zone;
  }
  return undefined;
}

/** The provider has a zone for each registrable domain, and those below one that were delegated to it. */
function providerZone(state: State, address: string, name: string): Zone | undefined {
  const asked = askAuthority(state, name, 'SOA');
  const server = asked && nameServerIdentity(state, asked.server);
  if (asked && server !== undefined && isProviderAddress(server)) {
    const zone = delegatedCustomerZone(state, asked.zone.apex, address);
    if (zone) return zone;
  }
  const apex = registrableDomain(name);
  return apex === null ? undefined : customerZone(state, apex, address);
}
