import 'server-only';
import type { Asking } from '@/lib/dns/authority/asking';
import type { Message } from '@/lib/dns/authority/message';
import { askResolvers } from '@/lib/dns/authority/resolve-servers';

interface FoundZone {
  /** The closest zone above the name, or at it, that the resolvers get an answer of; the root is the empty string. */
  zone: string;
  /** A name below the zone that they get no answer for, which may be a zone of its own; null when there is none. */
  broken: string | null;
}

/** A walk takes at most this long: with resolvers that don't answer, each step of it would take seconds. */
const longestMs = 12_000;

/** `a.b.c` -> `b.c`; of a top level it is the root, the empty string. */
export function parentOf(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1);
}

export function isAtOrBelow(name: string, zone: string): boolean {
  return zone === '' || name === zone || name.endsWith(`.${zone}`);
}

/** Walks up from the name until resolvers have an SOA; null when they have none, or no time is left. */
export async function findZone(asking: Asking, name: string): Promise<FoundZone | null> {
  const until = Date.now() + longestMs;
  let broken: string | null = null;
  for (let candidate = name; Date.now() < until; candidate = parentOf(candidate)) {
    const answer = await askResolvers(asking, candidate, 'SOA');
    const zone = zoneIn(answer, candidate);
    if (zone !== null) return { zone, broken };
    if (!['ok', 'NODATA', 'NXDOMAIN'].includes(answer.outcome)) broken ??= candidate;
    if (candidate === '') return null;
  }
  return null;
}

/** The zone that holds the name, by whose SOA answers. Behind a CNAME it is the target's, which says nothing of the name's. */
function zoneIn({ records, authority }: Message, name: string): string | null {
  if (records.some(({ type }) => type === 'CNAME')) return null;
  const soa = [...records, ...authority].find((record) => record.type === 'SOA' && isAtOrBelow(name, record.name));
  return soa?.name ?? null;
}
