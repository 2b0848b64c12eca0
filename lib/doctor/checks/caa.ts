import { evidenceOf, isAnswer } from '@/lib/doctor/answers';
import { allowsAmazon, type CaaDecision, decidingCaa } from '@/lib/doctor/caa';
import type { Facts } from '@/lib/doctor/facts';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import type { Finding, FixIt } from '@/lib/doctor/model';
import { relativeName, zoneOf } from '@/lib/doctor/relative-name';

/** May Amazon issue certificates for the name (RFC 8659)? */
export const checkCaa: Check = (facts) => {
  const make = findingsOf('caa', facts);
  const decision = decidingCaa(facts);
  switch (decision.kind) {
    case 'not-asked':
      return [
        make.unknown({ code: 'not-asked', sentence: 'Whether CAA records allow Amazon to issue could not be asked.' }),
      ];
    case 'failed':
      return [failed(facts, decision.answer)];
    case 'none':
      return [
        make.ok({
          code: 'none',
          sentence: 'No CAA record restricts who may issue certificates for it.',
          evidence: evidenceOf(decision.answers),
        }),
      ];
    case 'set':
      return [judgeSet(facts, decision)];
  }
};

function failed(facts: Facts, answer: Extract<CaaDecision, { kind: 'failed' }>['answer']): Finding {
  const make = findingsOf('caa', facts);
  const { name } = answer.question;
  const evidence = evidenceOf([answer]);
  // A time-out here may be the way from here; SERVFAIL and REFUSED are what ACM meets, too.
  if (answer.outcome !== 'SERVFAIL' && answer.outcome !== 'REFUSED')
    return make.unknown({
      code: 'not-answered',
      sentence: `The CAA records of ${name} could not be asked for.`,
      evidence,
    });
  // Where no other question is answered either, the fault is not the CAA's: delegation or signatures tell.
  const others = facts.answers.filter((one) => one.from === 'resolver' && one.question.type !== 'CAA');
  if (!others.some((one) => isAnswer(one) && one.question.name === facts.hostname)) {
    const sentence = `The question for CAA records of ${name} fails like every other one; see delegation and DNSSEC.`;
    return make.unknown({ code: 'all-fails', sentence, evidence });
  }
  return make.problem({
    code: 'caa-fails',
    sentence: `The question for CAA records of ${name} fails with ${answer.outcome}, which counts as a "no" for every CA.`,
    actor: zoneActor(facts),
    fix: 'Have the DNS provider answer questions for type CAA, with an empty answer if there are none; often DNSSEC is broken.',
    evidence,
  });
}

function judgeSet(facts: Facts, { at, owner, records, answer }: Extract<CaaDecision, { kind: 'set' }>): Finding {
  const make = findingsOf('caa', facts);
  const names = facts.home.certificate?.names ?? [facts.hostname];
  const wildcard = names.some((name) => name.startsWith('*.')) && !names.includes(facts.hostname);
  const tag = wildcard && records.some((record) => record.tag === 'issuewild') ? 'issuewild' : 'issue';
  const evidence = evidenceOf([answer]);
  const verdict = allowsAmazon(records, wildcard);
  if (verdict.allowed)
    return make.ok({ code: 'allowed', sentence: `The CAA records of ${owner} let Amazon issue.`, evidence });
  if (verdict.why === 'critical') {
    return make.problem({
      code: 'caa-critical',
      sentence: `${owner} has a CAA record marked critical that no CA knows, which forbids everybody to issue.`,
      actor: zoneActor(facts),
      fix: `Remove that record, or its critical flag (128).`,
      evidence,
    });
  }
  const others = records.filter((record) => record.tag === tag).map(({ value }) => value.trim() || 'nobody');
  if (owner !== at) {
    return make.problem({
      code: 'caa-through-cname',
      sentence: `${at} leads to ${owner}, whose CAA records let only ${others.join(', ')} issue, not Amazon.`,
      actor: zoneActor(facts),
      fix: `Let ${facts.hostname} lead to the gateway instead of ${owner} first; a certificate can't be issued while it leads there.`,
      evidence,
    });
  }
  const zone = zoneOf(facts);
  const fixIt = addition(facts, owner, `0 ${tag} "amazon.com"`);
  return make.problem({
    code: 'caa-forbids-amazon',
    sentence: `A CAA record of ${owner} lets only ${others.join(', ')} issue certificates, not Amazon.`,
    actor: fixIt === null ? zoneActor(facts) : 'us',
    fixIt,
    fix: `Add beside it: type CAA, name ${relativeName(owner, zone)} (in full ${owner}), value 0 ${tag} "amazon.com".${facts.provider?.id === 'cloudflare' ? ' Cloudflare adds CAA records that its panel does not show, so add it although the panel looks empty.' : ''}`,
    evidence,
  });
}

/** In a zone of ours the console can add it, once somebody has confirmed: in the closest zone, which is the one that is asked. */
function addition(facts: Facts, owner: string, value: string): FixIt | null {
  const { source, zones, records } = facts.home;
  if (source !== 'database') return null;
  // A zone of ours above a hostname that is kept elsewhere is a leftover: what is changed there changes nothing.
  const above = facts.hostname === owner || facts.hostname.endsWith(`.${owner}`);
  if (above && zoneActor(facts) !== 'us') return null;
  const holding = zones.filter(({ name }) => owner === name || owner.endsWith(`.${name}`));
  const [zone] = holding.sort((a, b) => b.name.length - a.name.length);
  const held = records.find((one) => one.zoneId === zone?.id && one.name === owner && one.type === 'CAA');
  return held === undefined
    ? null
    : { kind: 'allow-amazon', zoneId: held.zoneId, name: owner, value, shown: held.value };
}
