import 'server-only';
import type { Authority, DnsServer } from '@/lib/dns/authority/model';
import type { Asked, Facts } from '@/lib/doctor/facts';
import { askAll } from './ask-all';

type Question = [name: string, type: string];

/** Every server in charge: the zone itself, everything at the hostname, and the records that are wanted. */
export async function askAuthorities(authority: Authority, facts: Facts, servers: DnsServer[]): Promise<Asked[]> {
  const { hostname, delegation, home } = facts;
  if (delegation === null || servers.length === 0) return [];
  const everywhere: Question[] = [
    [delegation.zone, 'SOA'],
    ...['CNAME', 'A', 'AAAA', 'MX', 'TXT'].map((type): Question => [hostname, type]),
    ...home.wanted.flatMap(({ name }): Question[] => [
      [name, 'CNAME'],
      [name, 'A'],
    ]),
  ];
  const once: Question[] = [
    ...facts.wildcardProbes.flatMap(({ name }): Question[] => [
      [name, 'CNAME'],
      [name, 'A'],
    ]),
    ...facts.caaNames
      .filter((name) => name === delegation.zone || name.endsWith(`.${delegation.zone}`))
      .map((name): Question => [name, 'CAA']),
  ];
  const [all, some] = await Promise.all([
    askAll(authority, 'authority', servers, everywhere),
    askAll(authority, 'authority', servers.slice(0, 2), once),
  ]);
  return [...all, ...some];
}

/** Every resolver: what the public sees of the name and of the wanted records, and where these lead. */
export function askResolvers(authority: Authority, facts: Facts): Promise<Asked[]> {
  const { hostname, home } = facts;
  const targets = [
    home.target,
    ...home.wanted.filter(({ purpose }) => purpose === 'routing').map(({ value }) => value),
  ];
  const questions: Question[] = [
    ...['CNAME', 'A', 'AAAA'].map((type): Question => [hostname, type]),
    ...home.wanted.map(({ name, type }): Question => [name, type]),
    ...targets.flatMap((name): Question[] =>
      name === null
        ? []
        : [
            [name, 'A'],
            [name, 'AAAA'],
          ],
    ),
    ...facts.caaNames.map((name): Question => [name, 'CAA']),
  ];
  return askAll(authority, 'resolver', authority.resolvers.slice(0, 4), questions);
}
