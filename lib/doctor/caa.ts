import { answersOf, isAnswer } from '@/lib/doctor/answers';
import type { Asked, Facts } from '@/lib/doctor/facts';

interface CaaRecord {
  critical: boolean;
  tag: string;
  value: string;
}

/** The names by which Amazon's CA recognises itself (facts 11.5). */
const amazonCas = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

/** `0 issue "amazon.com"`; null for what is no CAA value. */
function parseCaa(text: string): CaaRecord | null {
  const [, flags, tag, value] = /^\s*(\d{1,3})\s+([a-z0-9]+)\s+(.*)$/is.exec(text) ?? [];
  if (flags === undefined || tag === undefined || value === undefined) return null;
  return { critical: Number(flags) >= 128, tag: tag.toLowerCase(), value: value.trim().replace(/^"(.*)"$/s, '$1') };
}

/** The set that decides (RFC 8659): the first non-empty one from the name upwards; or the answer that keeps a CA from knowing. */
export type CaaDecision =
  | { kind: 'none'; answers: Asked[] }
  /** `at`: the name asked; `owner`: where the records stand, another name where a CNAME leads there. */
  | { kind: 'set'; at: string; owner: string; records: CaaRecord[]; answer: Asked }
  | { kind: 'failed'; answer: Asked }
  | { kind: 'not-asked' };

/** Finds the deciding set. A name's own servers are believed before resolvers, unless a CNAME leads away from them. Pure. */
export function decidingCaa(facts: Facts): CaaDecision {
  const none: Asked[] = [];
  for (const name of facts.caaNames) {
    const answer = answerFor(facts, name);
    if (answer === undefined) return none.length === 0 ? { kind: 'not-asked' } : { kind: 'none', answers: none };
    if (!isAnswer(answer)) return { kind: 'failed', answer };
    const found = answer.records.filter(({ type }) => type === 'CAA');
    const records = found.flatMap(({ value }) => parseCaa(value) ?? []);
    if (records.length > 0) return { kind: 'set', at: name, owner: found[0]?.name ?? name, records, answer };
    none.push(answer);
  }
  return none.length === 0 ? { kind: 'not-asked' } : { kind: 'none', answers: none };
}

function answerFor(facts: Facts, name: string): Asked | undefined {
  const own = answersOf(facts, 'authority', name, 'CAA').filter(isAnswer);
  const resolved = answersOf(facts, 'resolver', name, 'CAA');
  const leadsAway = own.some(
    ({ records }) => records.some(({ type }) => type === 'CNAME') && !records.some(({ type }) => type === 'CAA'),
  );
  const [first] = leadsAway
    ? [...resolved.filter(isAnswer), ...resolved]
    : [...own, ...resolved.filter(isAnswer), ...resolved];
  return first;
}

/** May Amazon issue under these records? `wildcard`: for a request of `*.name`. Pure. */
export function allowsAmazon(
  records: CaaRecord[],
  wildcard: boolean,
): { allowed: boolean; why: 'no-property' | 'allowed' | 'forbidden' | 'critical' } {
  const known = ['issue', 'issuewild', 'iodef', 'contactemail', 'contactphone', 'issuemail', 'issuevmc'];
  if (records.some(({ critical, tag }) => critical && !known.includes(tag))) return { allowed: false, why: 'critical' };
  const wild = records.filter(({ tag }) => tag === 'issuewild');
  const relevant = wildcard && wild.length > 0 ? wild : records.filter(({ tag }) => tag === 'issue');
  if (relevant.length === 0) return { allowed: true, why: 'no-property' };
  const allowed = relevant.some(({ value }) => amazonCas.includes((value.split(';')[0] ?? '').trim().toLowerCase()));
  return { allowed, why: allowed ? 'allowed' : 'forbidden' };
}
