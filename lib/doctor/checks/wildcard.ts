import { addressesOf, evidenceOf, isAnswer, valuesAt } from '@/lib/doctor/answers';
import { lookAtRecord } from '@/lib/doctor/cname/look-at-record';
import type { Facts } from '@/lib/doctor/facts';
import { type Check, findingsOf } from '@/lib/doctor/finding';
import { describeWanted, zoneOf } from '@/lib/doctor/relative-name';

/** A wildcard answers for names that nobody has added, so that a missing record looks like a wrong one. */
export const checkWildcard: Check = (facts) => {
  const make = findingsOf('wildcard', facts);
  const probes = facts.wildcardProbes.flatMap((probe) => ({
    ...probe,
    answers: facts.answers.filter(({ question }) => question.name === probe.name),
  }));
  const answered = probes.filter(({ answers }) => answers.some(isAnswer));
  if (answered.length === 0) {
    return [make.unknown({ code: 'not-answered', sentence: 'Whether a wildcard record answers could not be asked.' })];
  }
  const hits = answered.filter(({ name, answers }) =>
    answers.some((answer) => valuesAt(answer, name, 'CNAME').length > 0 || addressesOf(answer).length > 0),
  );
  const [hit] = hits;
  if (hit === undefined) {
    const evidence = evidenceOf(
      answered.flatMap(({ answers }) => answers),
      4,
    );
    return [make.ok({ code: 'none', sentence: 'No wildcard record answers for names around it.', evidence })];
  }
  const positive = hit.answers.filter(({ outcome }) => outcome === 'ok');
  const evidence = evidenceOf(positive);
  const seen = positive[0]?.records.map(({ type, value }) => `${type} ${value}`).at(-1) ?? 'something';
  const shadowed = facts.home.wanted.find((record) => isShadowed(facts, record));
  if (shadowed !== undefined) {
    const zone = zoneOf(facts);
    return [
      make.problem({
        code: 'wildcard-shadows',
        sentence: `The wildcard record ${hit.wildcard} answers for ${shadowed.name} (${seen}), because the record itself is not there.`,
        actor: shadowed.actor,
        fix: `Add the record; the wildcard may stay, since an exact name goes before it: ${describeWanted(shadowed, zone)}.`,
        fixIt: shadowed.actor === 'us' && facts.home.source === 'database' ? { kind: 'check-now' } : null,
        evidence,
      }),
    ];
  }
  const sentence = `A wildcard record ${hit.wildcard} is there; the records that matter stand beside it.`;
  return [make.ok({ code: 'wildcard-harmless', sentence, evidence })];
};

/** What stands at the record's place is the wildcard's: the same value, or the wildcard's addresses where a CNAME has to be. */
function isShadowed(facts: Facts, record: Facts['home']['wanted'][number]): boolean {
  if (record.purpose === 'routing' && facts.home.phase === 'prepare') return false;
  const looks = lookAtRecord(facts, record, 'authority').filter(({ state }) => state !== 'unknown');
  if (looks.length === 0 || looks.some(({ state }) => state === 'right' || state === 'wrong')) return false;
  if (looks.some(({ state }) => state === 'wildcard')) return true;
  const own = facts.answers
    .filter(
      ({ question, from }) =>
        from === 'authority' && question.name === record.name && (question.type === 'A' || question.type === 'AAAA'),
    )
    .flatMap(addressesOf);
  const probes = facts.wildcardProbes
    .filter(({ wildcard }) => record.name.endsWith(wildcard.slice(1)))
    .map(({ name }) => name);
  const wild = facts.answers.filter(({ question }) => probes.includes(question.name)).flatMap(addressesOf);
  return own.length > 0 && own.every((address) => wild.includes(address));
}
