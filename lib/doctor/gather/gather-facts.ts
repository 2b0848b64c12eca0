import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Delegation, DnsServer } from '@/lib/dns/authority/model';
import { normaliseHostname } from '@/lib/dns/hostname';
import type { Network } from '@/lib/dns/network';
import { detectProvider } from '@/lib/dns/providers';
import type { Asked, Facts, Home } from '@/lib/doctor/facts';
import { askAuthorities, askResolvers } from './first-questions';
import { askFurther } from './further-questions';
import { selfAndAncestors } from './self-and-ancestors';
import { shakeHands } from './shake-hands';
import { within } from './within';

export interface Place {
  network: Network;
  now(): Date;
}

const delegationMs = 7_000;

/** Two servers of a zone may disagree; more than so many say nothing new. */
const maxServers = 6;

/**
 * Asks everything that the checks need to know about a hostname: first who is in charge, then what there is, then what only makes
 * sense after that. Takes at most about 20 s; what has not answered by then is missing from the facts. Never rejects.
 */
export async function gatherFacts(place: Place, typed: string, home: Home): Promise<Facts> {
  const name = normaliseHostname(typed, { commonName: false, allowWildcard: false });
  const hostname = name.ok ? name.ascii : typed.trim().toLowerCase();
  const facts: Facts = {
    hostname,
    typed,
    hostnameFault: name.ok ? null : { sentence: name.sentence, part: name.part },
    unicode: name.ok ? name.unicode : hostname,
    at: place.now().toISOString(),
    home,
    provider: null,
    delegation: null,
    answers: [],
    wildcardProbes: [],
    caaNames: [],
    handshakeBefore: null,
    handshakePublic: null,
  };
  if (!name.ok) return facts;
  facts.delegation = await within<Delegation | null>(delegationMs, null, () =>
    place.network.authority.findDelegation(hostname),
  );
  facts.provider =
    facts.delegation === null ? null : detectProvider(facts.delegation.atParent ?? facts.delegation.atZone ?? []);
  facts.caaNames = selfAndAncestors(hostname);
  facts.wildcardProbes = wildcardProbes(facts);
  const servers = facts.delegation === null ? [] : onePerName(facts.delegation.servers);
  const [own, resolved] = await Promise.all([
    askAuthorities(place.network.authority, facts, servers),
    askResolvers(place.network.authority, facts),
  ]);
  facts.answers.push(...own, ...resolved);
  const [more, hands] = await Promise.all([
    askFurther(place.network.authority, facts, servers),
    shakeHands(place, facts),
  ]);
  facts.answers.push(...(more satisfies Asked[]));
  return { ...facts, ...hands };
}

/** One address of each name server, IPv4 before IPv6. */
function onePerName(servers: DnsServer[]): DnsServer[] {
  const byName = new Map<string, DnsServer>();
  for (const server of servers) {
    const key = server.name ?? server.address;
    const known = byName.get(key);
    if (known === undefined || (known.address.includes(':') && !server.address.includes(':'))) byName.set(key, server);
  }
  return [...byName.values()].slice(0, maxServers);
}

/** For every name that matters, what only a wildcard beside or above it, inside of the zone, would answer. */
function wildcardProbes({ hostname, home, delegation }: Facts): Facts['wildcardProbes'] {
  const zone = delegation?.zone ?? '';
  if (zone === '') return [];
  const label = `gatehouse-${randomBytes(6).toString('hex')}`;
  const names = [hostname, ...home.wanted.map((record) => record.name)];
  const parents = new Set<string>();
  for (const name of names) {
    let rest = name;
    while (rest !== zone && rest.endsWith(`.${zone}`)) {
      rest = rest.slice(rest.indexOf('.') + 1);
      parents.add(rest);
    }
  }
  return [...parents].slice(0, 6).map((parent) => ({ name: `${label}.${parent}`, wildcard: `*.${parent}` }));
}
