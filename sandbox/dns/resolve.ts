import type { Answer } from 'dns-packet';
import type { State } from '../state';
import { askAuthority } from './find-zone';
import { isServedType, toAnswer } from './record-data';
import { normaliseName, unescapeName, type Zone, type ZoneRecord } from './zone';

/** What a public recursive resolver would answer. */
export interface Resolution {
  rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
  /** The CNAMEs followed, in order, then the records asked for. */
  answers: Answer[];
  /** The SOA of the zone that said "no", when there is nothing to answer. */
  authorities: Answer[];
}

/** CNAMEs and aliases followed before giving up, as BIND does. */
const longestChain = 16;

/**
 * Resolves a name over all the authorities of the sandbox: Route 53's public zones, AWS's own names, the customers'
 * provider. Only reads the state. `type` in upper case; `name` in any case, with or without trailing dot.
 */
export function resolve(state: State, name: string, type: string): Resolution {
  return follow(state, name, type, longestChain);
}

function follow(state: State, name: string, type: string, budget: number): Resolution {
  const answers: Answer[] = [];
  let owner = name.replace(/\.$/, '');
  for (let left = budget; left > 0; left -= 1) {
    const asked = askAuthority(state, normaliseName(owner), type);
    if (!asked) return { rcode: 'SERVFAIL', answers: [], authorities: [] };
    const { zone, finding } = asked;
    if (finding.kind === 'cname') {
      const cname = toAnswer(owner, 'CNAME', finding.ttl, finding.target);
      if (!cname) return { rcode: 'SERVFAIL', answers: [], authorities: [] };
      answers.push(cname);
      owner = unescapeName(finding.target).replace(/\.$/, '');
      continue;
    }
    if (finding.kind === 'records') {
      answers.push(...finding.records.flatMap((record) => answersOf(state, owner, record, left - 1)));
      const isAnswered = answers.some((answer) => type === 'ANY' || answer.type === type);
      return { rcode: 'NOERROR', answers, authorities: isAnswered ? [] : negative(zone) };
    }
    return { rcode: finding.kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR', answers, authorities: negative(zone) };
  }
  return { rcode: 'SERVFAIL', answers: [], authorities: [] };
}

function answersOf(state: State, owner: string, record: ZoneRecord, budget: number): Answer[] {
  if (!isServedType(record.type)) return [];
  if (record.aliasTarget !== undefined) return aliasAnswers(state, owner, record, record.aliasTarget, budget);
  return record.values.flatMap((value) => toAnswer(owner, record.type, record.ttl, value) ?? []);
}

/** An alias answers with its target's records under its own name; a target that isn't there leaves it empty. */
function aliasAnswers(state: State, name: string, record: ZoneRecord, target: string, budget: number): Answer[] {
  return follow(state, target, record.type, budget)
    .answers.filter((answer) => answer.type === record.type)
    .map((answer) => ({ ...answer, name }));
}

/** RFC 2308: a "no" may be kept for the smaller of the SOA's TTL and its last field. */
function negative(zone: Zone): Answer[] {
  const soa = toAnswer(zone.apex === '' ? '.' : zone.apex, 'SOA', zone.soa.ttl, zone.soa.values[0] ?? '');
  if (soa?.type !== 'SOA') return [];
  return [{ ...soa, ttl: Math.min(zone.soa.ttl, soa.data.minimum ?? 0) }];
}
