import { evidenceOf, isAnswer } from '@/lib/doctor/answers';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import { zoneOf } from '@/lib/doctor/relative-name';

/** A resolver that checks signatures fails where one that doesn't gets an answer: the signatures are broken (facts 11.1). */
export const checkDnssec: Check = (facts) => {
  const make = findingsOf('dnssec', facts);
  const checked = facts.answers.filter(({ from }) => from === 'resolver');
  const failed = checked.filter(({ outcome }) => outcome === 'SERVFAIL');
  const unchecked = facts.answers.filter((answer) => answer.from === 'unchecked' && isAnswer(answer));
  const bogus = failed.find((answer) =>
    unchecked.some(({ question }) => question.name === answer.question.name && question.type === answer.question.type),
  );
  if (bogus !== undefined) {
    const same = unchecked.filter(({ question }) => question.name === bogus.question.name);
    return [
      make.problem({
        code: 'bogus',
        sentence: `The DNSSEC signatures of ${zoneOf(facts)} are broken, so resolvers that check them refuse to answer, ACM's among them.`,
        actor: zoneActor(facts),
        fix: `At the registrar, remove the DS record of ${zoneOf(facts)} or replace it by the one that the DNS provider shows; it mostly stays behind when a zone moves to another provider.`,
        evidence: evidenceOf([bogus, ...same]),
      }),
    ];
  }
  if (checked.some(isAnswer)) {
    const sentence = 'Resolvers that check signatures answer.';
    return [make.ok({ code: 'not-broken', sentence, evidence: evidenceOf(checked.filter(isAnswer), 2) })];
  }
  const sentence = 'No resolver gave an answer, so signatures could not be checked.';
  return [make.unknown({ code: 'not-answered', sentence, evidence: evidenceOf(checked, 4) })];
};
