import 'server-only';
import type { Authority, DnsServer } from '@/lib/dns/authority/model';
import { lookAtRecord } from '@/lib/doctor/cname/look-at-record';
import { slipsOf } from '@/lib/doctor/cname/slips';
import type { Asked, Facts, WantedRecord } from '@/lib/doctor/facts';
import { registrableDomain } from '@/lib/doctor/relative-name';
import { askAll } from './ask-all';
import { within } from './within';

type Question = [name: string, type: string];

/** What is worth asking only after the first answers: where a missing record went, and whether signatures are to blame. */
export async function askFurther(authority: Authority, facts: Facts, servers: DnsServer[]): Promise<Asked[]> {
  const missing = facts.home.wanted.filter((record) => !isThere(facts, record));
  const [slips, above, unchecked] = await Promise.all([
    askSlips(authority, facts, missing, servers),
    askAbove(authority, facts, missing),
    askUnchecked(authority, facts),
  ]);
  return [...slips, ...above, ...unchecked];
}

function isThere(facts: Facts, record: WantedRecord): boolean {
  const looks = lookAtRecord(facts, record, 'authority');
  return looks.length > 0 && looks.every(({ state }) => state === 'right');
}

function askSlips(authority: Authority, facts: Facts, missing: WantedRecord[], servers: DnsServer[]): Promise<Asked[]> {
  const zone = facts.delegation?.zone;
  if (zone === undefined) return Promise.resolve([]);
  const questions = missing.flatMap((record) => slipsOf(record, zone).map(({ name, type }): Question => [name, type]));
  return askAll(authority, 'authority', servers.slice(0, 2), questions);
}

/** A zone of its own below the customer's main one: the record may have been added to that. */
async function askAbove(authority: Authority, facts: Facts, missing: WantedRecord[]): Promise<Asked[]> {
  const zone = facts.delegation?.zone;
  if (zone === undefined || missing.length === 0) return [];
  const top = registrableDomain(facts.hostname);
  if (top === null || zone === top || !zone.endsWith(`.${top}`)) return [];
  const above = await within(4_000, null, () => authority.findDelegation(zone.slice(zone.indexOf('.') + 1)));
  if (above === null) return [];
  return askAll(
    authority,
    'parent',
    above.servers.slice(0, 2),
    missing.map(({ name }): Question => [name, 'CNAME']),
  );
}

/** SERVFAIL: does it answer when signatures are not checked? */
function askUnchecked(authority: Authority, facts: Facts): Promise<Asked[]> {
  const failed = facts.answers.filter(({ from, outcome }) => from === 'resolver' && outcome === 'SERVFAIL');
  const questions = failed.slice(0, 4).map(({ question }): Question => [question.name, question.type]);
  return askAll(authority, 'unchecked', failed.length === 0 ? [] : authority.resolvers.slice(0, 2), questions);
}
