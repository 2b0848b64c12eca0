import { addressesOf, answersOf, isAnswer, valuesAt } from '@/lib/doctor/answers';
import type { Asked, Facts, WantedRecord } from '@/lib/doctor/facts';
import { zoneOf } from '@/lib/doctor/relative-name';
import { judgeValue, type ValueVerdict } from './judge-value';

/** What one server has at a record's place. */
export interface Look {
  answer: Asked;
  state: 'right' | 'wrong' | 'absent' | 'wildcard' | 'unknown';
  /** Of a wrong value. */
  value: string | null;
  verdict: ValueVerdict | null;
  /** Right by its addresses alone: which name the record holds can't be seen, and several of the gateway's share them. */
  byAddress?: true;
}

/** Every value that does for a record: a customer's record may name our stable name or what that leads to. */
export function acceptedValues(facts: Facts, record: WantedRecord): string[] {
  const { target } = facts.home;
  return record.purpose === 'routing' && target !== null ? [record.value, target] : [record.value];
}

/** Addresses that the gateway's target, or the stable name in front of it, has now. */
export function targetAddresses(facts: Facts): string[] {
  const names = new Set(facts.home.wanted.filter((one) => one.purpose === 'routing').map((one) => one.value));
  if (facts.home.target !== null) names.add(facts.home.target);
  const answers = [...names].flatMap((name) =>
    ['A', 'AAAA'].flatMap((type) => [
      ...answersOf(facts, 'resolver', name, type),
      ...answersOf(facts, 'authority', name, type),
    ]),
  );
  return [...new Set(answers.flatMap(addressesOf))];
}

/** What each server of a kind says about a wanted record. */
export function lookAtRecord(facts: Facts, record: WantedRecord, from: 'authority' | 'resolver'): Look[] {
  if (record.type !== 'CNAME')
    return answersOf(facts, from, record.name, record.type).map((answer) => addressLook(facts, answer));
  return answersOf(facts, from, record.name, 'CNAME').map((answer) => cnameLook(facts, record, answer));
}

function cnameLook(facts: Facts, record: WantedRecord, answer: Asked): Look {
  const nothing = { answer, value: null, verdict: null };
  if (!isAnswer(answer)) return { ...nothing, state: 'unknown' };
  const values = valuesAt(answer, record.name, 'CNAME');
  const accepted = acceptedValues(facts, record);
  const verdicts = values.map((value) => ({ value, verdict: judgeValue(value, accepted, zoneOf(facts)) }));
  if (verdicts.some(({ verdict }) => verdict.code === 'right')) return { ...nothing, state: 'right' };
  const [first] = verdicts;
  if (record.purpose === 'routing') {
    if (first === undefined && flattened(facts, record, answer)) return { ...nothing, state: 'right', byAddress: true };
    if (first !== undefined && leadsThrough(facts, record, first.value)) return { ...nothing, state: 'right' };
  }
  if (first === undefined) return { ...nothing, state: 'absent' };
  if (comesFromWildcard(facts, record.name, first.value)) return { ...nothing, state: 'wildcard', value: first.value };
  return { answer, state: 'wrong', ...first };
}

/** ALIAS, ANAME and flattening answer with addresses, which rotate: one in common is enough (facts 11.2). */
function flattened(facts: Facts, record: WantedRecord, { from, server }: Asked): boolean {
  const targets = targetAddresses(facts);
  return ['A', 'AAAA'].some((type) =>
    answersOf(facts, from, record.name, type)
      .filter((one) => one.server.address === server.address && one.server.port === server.port)
      .some((one) => addressesOf(one).some((address) => targets.includes(address))),
  );
}

/** A CNAME to a name of the customer's own that leads on to the gateway; only resolvers see the whole way. */
function leadsThrough(facts: Facts, record: WantedRecord, value: string): boolean {
  const accepted = acceptedValues(facts, record);
  return facts.answers.some((answer) => {
    if (answer.question.name !== record.name) return false;
    const values = answer.records.filter(({ type }) => type === 'CNAME').map((one) => one.value);
    return values.includes(value) && values.some((one) => accepted.includes(one));
  });
}

function addressLook(facts: Facts, answer: Asked): Look {
  const nothing = { answer, value: null, verdict: null };
  if (!isAnswer(answer)) return { ...nothing, state: 'unknown' };
  const addresses = addressesOf(answer);
  const targets = targetAddresses(facts);
  if (addresses.some((address) => targets.includes(address))) return { ...nothing, state: 'right' };
  const [first] = answer.records;
  if (first === undefined) return { ...nothing, state: 'absent' };
  return { answer, state: 'wrong', value: first.value, verdict: { code: 'wrong-target' } };
}

/** The value that a name with a random label beside it gets, too. */
function comesFromWildcard(facts: Facts, name: string, value: string): boolean {
  return facts.wildcardProbes
    .filter(({ wildcard }) => name.endsWith(wildcard.slice(1)))
    .some((probe) =>
      facts.answers.some(
        (answer) => answer.question.name === probe.name && valuesAt(answer, probe.name, 'CNAME').includes(value),
      ),
    );
}
