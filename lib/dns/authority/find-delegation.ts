import 'server-only';
import type { Asking } from '@/lib/dns/authority/asking';
import { findZone, isAtOrBelow, parentOf } from '@/lib/dns/authority/find-zone';
import type { Message } from '@/lib/dns/authority/message';
import type { Delegation, DnsRecord, DnsServer } from '@/lib/dns/authority/model';
import { askResolvers, locateServers } from '@/lib/dns/authority/resolve-servers';

/** A zone with 13 name servers, such as com, is answered by the first few or by none. */
const mostAsked = 4;
const mostReferrals = 4;

/**
 * Who is in charge of a name. Where the resolvers can't get through to the name's own zone (its name servers are the wrong ones,
 * or none), it is the zone that the parent's name servers delegate. `name` in lower case without trailing dot.
 */
export async function findDelegation(asking: Asking, name: string): Promise<Delegation | null> {
  const found = await findZone(asking, name);
  if (!found) return null;
  if (found.broken !== null) {
    const referral = await followReferrals(asking, found.zone, found.broken);
    if (referral.zone !== found.zone) return delegationOf(asking, referral.zone, referral.names, referral.glue);
  }
  if (found.zone === '') return delegationOf(asking, '', null, []);
  const above = await findZone(asking, parentOf(found.zone));
  if (!above) return delegationOf(asking, found.zone, null, []);
  const referral = await followReferrals(asking, above.zone, found.zone);
  return referral.zone === found.zone || referral.names === null
    ? delegationOf(asking, found.zone, referral.names, referral.glue)
    : // Nobody above knows of it: a zone that only resolvers inside some network see.
      delegationOf(asking, found.zone, [], []);
}

async function delegationOf(
  asking: Asking,
  zone: string,
  atParent: string[] | null,
  glue: DnsRecord[],
): Promise<Delegation> {
  const delegated = atParent !== null && atParent.length > 0 ? atParent : await askedNames(asking, zone);
  const servers = await locateServers(asking, delegated, glue);
  return { zone, atParent, atZone: await namesAtZone(asking, servers, zone), servers };
}

/** The NS set as the resolvers have it. */
async function askedNames(asking: Asking, zone: string): Promise<string[]> {
  return nameServersOf((await askResolvers(asking, zone, 'NS')).records, zone);
}

async function namesAtZone({ ask }: Asking, servers: DnsServer[], zone: string): Promise<string[] | null> {
  for (const server of servers.slice(0, mostAsked)) {
    const answer = await ask(server, zone, 'NS');
    if (answer.outcome === 'ok' && answer.authoritative) return nameServersOf(answer.records, zone);
  }
  return null;
}

interface Referral {
  /** The lowest zone on the way to the name that somebody above it delegates; the zone begun with, when none does. */
  zone: string;
  /** Its name servers as its parent hands them out; null when nobody could be asked. */
  names: string[] | null;
  glue: DnsRecord[];
}

/** From a zone's own servers down to the zone of `name`, referral by referral. */
async function followReferrals(asking: Asking, zone: string, name: string): Promise<Referral> {
  let servers = await locateServers(asking, (await askedNames(asking, zone)).slice(0, mostAsked), []);
  let at: Referral = { zone, names: null, glue: [] };
  for (let step = 0; step < mostReferrals; step += 1) {
    const answer = await firstAnswer(asking, servers, name);
    if (!answer) return at;
    const next = referralIn(answer, at.zone, name);
    if (!next) return at.names === null ? { ...at, names: [] } : at;
    at = next;
    if (at.zone === name) return at;
    servers = await locateServers(asking, at.names ?? [], at.glue);
  }
  return at;
}

async function firstAnswer({ ask }: Asking, servers: DnsServer[], name: string): Promise<Message | null> {
  for (const server of servers.slice(0, mostAsked)) {
    const answer = await ask(server, name, 'NS');
    if (answer.outcome === 'ok' || answer.outcome === 'NODATA' || answer.outcome === 'NXDOMAIN') return answer;
  }
  return null;
}

/** The delegation in an answer: of a zone below `above`, at `name` or on the way to it. */
function referralIn({ records, authority, additional }: Message, above: string, name: string): Referral | null {
  const cut = [...authority, ...records].find(
    (record) =>
      record.type === 'NS' &&
      record.name !== above &&
      isAtOrBelow(record.name, above) &&
      isAtOrBelow(name, record.name),
  );
  if (!cut) return null;
  return { zone: cut.name, names: nameServersOf([...authority, ...records], cut.name), glue: additional };
}

function nameServersOf(records: DnsRecord[], zone: string): string[] {
  const names = records.filter(({ type, name }) => type === 'NS' && name === zone).map(({ value }) => value);
  return [...new Set(names)].sort();
}
