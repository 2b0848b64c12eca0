import { answersOf, evidenceOf, isAnswer, valuesAt } from '@/lib/doctor/answers';
import { targetAddresses } from '@/lib/doctor/cname/look-at-record';
import type { Asked, Facts } from '@/lib/doctor/facts';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import type { Finding, FixIt } from '@/lib/doctor/model';
import { describeWanted, zoneOf } from '@/lib/doctor/relative-name';
import { apexAdvice } from './apex-advice';

/** Records that don't go together with the one that leads to the gateway, or that were left behind. */
export const checkConflictingRecords: Check = (facts) => {
  const make = findingsOf('conflicting-records', facts);
  const from = facts.answers.some((answer) => answer.from === 'authority' && isAnswer(answer))
    ? 'authority'
    : 'resolver';
  const at = (type: string) => {
    const answers = answersOf(facts, from, facts.hostname, type);
    return { answers: answers.filter((answer) => valuesAt(answer, facts.hostname, type).length > 0), all: answers };
  };
  const [cname, a, aaaa, mx, txt] = ['CNAME', 'A', 'AAAA', 'MX', 'TXT'].map(at);
  if (!cname || !a || !aaaa || !mx || !txt || ![...cname.all, ...a.all].some(isAnswer)) {
    return [make.unknown({ code: 'not-answered', sentence: `No server said which records ${facts.hostname} has.` })];
  }
  const found = [
    apexCname(facts, cname.answers),
    cnameAndMore(
      facts,
      cname.answers,
      [a, aaaa, mx, txt].flatMap(({ answers }) => answers),
    ),
    leftovers(facts, { cname: cname.answers, a: a.answers, aaaa: aaaa.answers }),
    inTheWay(facts, cname.answers, [...mx.answers, ...txt.answers]),
  ].flatMap((finding) => finding ?? []);
  if (found.length > 0) return found;
  return [make.ok({ code: 'none', sentence: `Nothing else stands at ${facts.hostname} that is in the way.` })];
};

/** The zone's own name has SOA and NS, and a CNAME stands alone (RFC 1034). */
function apexCname(facts: Facts, cnames: Asked[]): Finding | null {
  if (cnames.length === 0 || facts.hostname !== zoneOf(facts) || facts.delegation === null) return null;
  return findingsOf('conflicting-records', facts).problem({
    code: 'apex-cname',
    sentence: `${facts.hostname} is the zone's own name and has a CNAME, which breaks mail and everything else there.`,
    actor: zoneActor(facts),
    fix: `Remove the CNAME. ${apexAdvice(facts.provider?.id ?? null, facts.home.wanted.find((one) => one.purpose === 'routing')?.value ?? null)}`,
    evidence: evidenceOf(cnames),
  });
}

function cnameAndMore(facts: Facts, cnames: Asked[], others: Asked[]): Finding | null {
  if (cnames.length === 0 || others.length === 0 || facts.hostname === zoneOf(facts)) return null;
  const types = [...new Set(others.map((answer) => answer.question.type))].join(' and ');
  return findingsOf('conflicting-records', facts).problem({
    code: 'cname-beside-others',
    sentence: `${facts.hostname} has a CNAME and ${types} records; a CNAME has to stand alone, so some resolvers see the one and some the other.`,
    actor: zoneActor(facts),
    fix: `Remove the ${types} records at ${facts.hostname}, and keep the CNAME alone.`,
    fixIt: removal(facts, others),
    evidence: evidenceOf([...cnames, ...others]),
  });
}

/** Addresses of whatever served the name before. */
function leftovers(facts: Facts, seen: Record<'cname' | 'a' | 'aaaa', Asked[]>): Finding | null {
  const make = findingsOf('conflicting-records', facts);
  const targets = targetAddresses(facts);
  const routing = facts.home.wanted.find((one) => one.purpose === 'routing');
  if (routing === undefined || targets.length === 0 || seen.cname.length > 0 || facts.home.phase === 'prepare')
    return null;
  const stray = (answers: Asked[], type: string) =>
    answers.filter((answer) => valuesAt(answer, facts.hostname, type).some((address) => !targets.includes(address)));
  const [a, aaaa] = [stray(seen.a, 'A'), stray(seen.aaaa, 'AAAA')];
  if (a.length === 0 && aaaa.length === 0) return null;
  const values = [...new Set([...a, ...aaaa].flatMap((answer) => answer.records.map(({ value }) => value)))];
  const right = seen.a.some((answer) => valuesAt(answer, facts.hostname, 'A').some((one) => targets.includes(one)));
  const actor = zoneActor(facts);
  const evidence = evidenceOf([...a, ...aaaa]);
  if (right && a.length === 0) {
    return make.problem({
      code: 'leftover-aaaa',
      sentence: `The A record leads to the gateway, but an old AAAA record (${values.join(', ')}) sends everybody with IPv6 elsewhere.`,
      actor,
      fix: `Remove the AAAA record at ${facts.hostname}.`,
      fixIt: removal(facts, aaaa),
      evidence,
    });
  }
  // Some addresses rotate, and a flattened record shows those of another moment: only "none in common" is certain.
  if (right) return null;
  const apex = facts.hostname === zoneOf(facts) && actor === 'tenant';
  return make.problem({
    code: 'leftover-address',
    sentence: `${facts.hostname} still has ${a.length > 0 && aaaa.length > 0 ? 'A and AAAA records' : a.length > 0 ? 'an A record' : 'an AAAA record'} of another server: ${values.slice(0, 4).join(', ')}.`,
    actor,
    fix: apex
      ? `Remove it. ${apexAdvice(facts.provider?.id ?? null, routing.value)}`
      : `Remove it, then add the right one: ${describeWanted(routing, zoneOf(facts))}.`,
    fixIt: removal(facts, [...a, ...aaaa]),
    evidence,
  });
}

/** Before the CNAME is there: what the panel will refuse it for. */
function inTheWay(facts: Facts, cnames: Asked[], others: Asked[]): Finding | null {
  const routing = facts.home.wanted.find((one) => one.purpose === 'routing');
  if (routing?.type !== 'CNAME' || cnames.length > 0 || others.length === 0 || facts.hostname === zoneOf(facts))
    return null;
  const types = [...new Set(others.map((answer) => answer.question.type))].join(' and ');
  return findingsOf('conflicting-records', facts).warning({
    code: 'blocks-cname',
    sentence: `${facts.hostname} has ${types} records, beside which no CNAME can stand.`,
    actor: zoneActor(facts),
    fix: `Move the ${types} records to another name, or use an ALIAS, ANAME or flattened record instead of the CNAME.`,
    evidence: evidenceOf(others),
  });
}

/** In our own zone the console can remove it, once somebody has confirmed. */
function removal(facts: Facts, others: Asked[]): FixIt | null {
  const { zoneId, source, records } = facts.home;
  const [first] = others;
  if (zoneId === null || source !== 'database' || first === undefined) return null;
  const { type } = first.question;
  const held = records.find((one) => one.zoneId === zoneId && one.name === facts.hostname && one.type === type);
  if (held === undefined) return null;
  return { kind: 'remove-record', zoneId, type, name: facts.hostname, shown: `${type} ${held.value}` };
}
