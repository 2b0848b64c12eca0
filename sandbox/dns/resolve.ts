import type { Answer } from 'dns-packet';
import { derived } from '../data-plane/derived';
import type { State } from '../state';
import { type Asked, askAuthority } from './find-zone';
import { isServedType, toAnswer } from './record-data';
import type { ResolverCache, Step } from './resolver-cache';
import { normaliseName, selfAndAncestors, unescapeName, type Zone, type ZoneRecord } from './zone';

/** An answer to one question. */
export interface Resolution {
  rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED';
  /** The CNAMEs followed, in order, then the records asked for. */
  answers: Answer[];
  /** The SOA of the zone that said "no", when there is nothing to answer; name servers, in a referral. */
  authorities: Answer[];
  additionals?: Answer[];
  /** Whether a recursive resolver says it (the default) or a zone's own name server. */
  from?: 'authority';
  /** Whether who says it is in charge of the name. */
  authoritative?: boolean;
}

interface Options {
  /** Whether answers with broken signatures are wanted too. */
  checkingDisabled?: boolean;
  /** What was asked before; without it everything is asked anew. */
  cache?: ResolverCache | undefined;
}

/** CNAMEs and aliases followed before giving up, as BIND does. */
export const longestChain = 16;

/**
 * Resolves a name over all the authorities of the sandbox: the registry, Route 53's public zones, AWS's own names, the customers'
 * provider; what a public recursive resolver would answer. Only reads the state. `type` in upper case; `name` in any case, with
 * or without trailing dot.
 */
export function resolve(state: State, name: string, type: string, options: Options = {}): Resolution {
  return follow(state, name, type, longestChain, options);
}

const failed: Resolution = { rcode: 'SERVFAIL', answers: [], authorities: [] };

function follow(state: State, name: string, type: string, budget: number, options: Options): Resolution {
  const answers: Answer[] = [];
  let owner = name.replace(/\.$/, '');
  for (let left = budget; left > 0; left -= 1) {
    const step = options.cache?.get(owner, type) ?? takeStep(state, owner, type, left - 1);
    if (!step || (step.isBogus && !options.checkingDisabled)) return failed;
    options.cache?.put(owner, type, step);
    answers.push(...step.answers.map((answer) => ({ ...answer, name: owner })));
    if (step.next === undefined) return { rcode: step.rcode, answers, authorities: step.authorities };
    owner = step.next;
  }
  return failed;
}

/** What the zone in charge says of a name; `undefined` when there is none, or nothing that can be sent. */
function takeStep(state: State, owner: string, type: string, budget: number): Step | undefined {
  const asked = askAuthority(state, normaliseName(owner), type);
  const step = asked && readFinding(state, owner, type, asked, budget);
  return step && { ...step, isBogus: isBogus(state, asked.zone) };
}

function readFinding(state: State, owner: string, type: string, asked: Asked, budget: number): Step | undefined {
  const { zone, finding } = asked;
  switch (finding.kind) {
    case 'cname': {
      const cname = toAnswer(owner, 'CNAME', finding.ttl, finding.target);
      const next = unescapeName(finding.target).replace(/\.$/, '');
      return cname && { rcode: 'NOERROR', answers: [cname], authorities: [], next };
    }
    case 'records': {
      const answers = finding.records.flatMap((record) => answersOf(state, owner, record, budget));
      const isAnswered = answers.some((answer) => type === 'ANY' || answer.type === type);
      return { rcode: 'NOERROR', answers, authorities: isAnswered ? [] : negative(zone) };
    }
    case 'nodata':
      return { rcode: 'NOERROR', answers: [], authorities: negative(zone) };
    case 'nxdomain':
      return { rcode: 'NXDOMAIN', answers: [], authorities: negative(zone) };
    case 'delegation':
      return undefined;
  }
}

const bogusZones = derived((state) => new Set(state.list('signedZones').map(({ zone }) => zone)), ['signedZones']);

/** Whether the signatures of a zone, or of one above it, are broken. */
function isBogus(state: State, { apex }: Zone): boolean {
  const bogus = bogusZones(state);
  return bogus.size > 0 && [...selfAndAncestors(apex)].some((name) => bogus.has(name));
}

/** A record set as answers, an alias with what its target has now. */
export function answersOf(state: State, owner: string, record: ZoneRecord, budget: number): Answer[] {
  if (!isServedType(record.type)) return [];
  if (record.aliasTarget !== undefined) return aliasAnswers(state, owner, record, record.aliasTarget, budget);
  return record.values.flatMap((value) => toAnswer(owner, record.type, record.ttl, value) ?? []);
}

/** An alias answers with its target's records under its own name; a target that isn't there leaves it empty. */
function aliasAnswers(state: State, name: string, record: ZoneRecord, target: string, budget: number): Answer[] {
  // Route 53 reads its own data: no cache and no signatures are between.
  return follow(state, target, record.type, budget, { checkingDisabled: true })
    .answers.filter((answer) => answer.type === record.type)
    .map((answer) => ({ ...answer, name }));
}

/** RFC 2308: a "no" may be kept for the smaller of the SOA's TTL and its last field. */
export function negative(zone: Zone): Answer[] {
  const soa = toAnswer(zone.apex === '' ? '.' : zone.apex, 'SOA', zone.soa.ttl, zone.soa.values[0] ?? '');
  if (soa?.type !== 'SOA') return [];
  return [{ ...soa, ttl: Math.min(zone.soa.ttl, soa.data.minimum ?? 0) }];
}
