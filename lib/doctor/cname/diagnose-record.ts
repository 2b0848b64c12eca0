import { addressesOf, answersOf, evidenceOf, nameServer, valuesAt } from '@/lib/doctor/answers';
import type { Asked, Facts, WantedRecord } from '@/lib/doctor/facts';
import type { findingsOf } from '@/lib/doctor/finding';
import type { Finding, FixIt } from '@/lib/doctor/model';
import { describeWanted, zoneOf } from '@/lib/doctor/relative-name';
import { addressesOnly } from './addresses-only';
import { explainWrong } from './explain-wrong';
import { judgeValue } from './judge-value';
import { acceptedValues, type Look, lookAtRecord, targetAddresses } from './look-at-record';
import { slipsOf } from './slips';

type Make = ReturnType<typeof findingsOf>;

/**
 * Is a wanted record at its place? First at the servers in charge, then as each resolver sees it; where it is not, the usual
 * mistakes are looked for (facts 11.4). Pure.
 */
export function diagnoseRecord(facts: Facts, record: WantedRecord, make: Make): Finding {
  const authorities = lookAtRecord(facts, record, 'authority').filter((look) => look.state !== 'unknown');
  const resolvers = lookAtRecord(facts, record, 'resolver');
  const asked = resolvers.filter((look) => look.state !== 'unknown');
  const base = authorities.length > 0 ? authorities : asked;
  if (base.length === 0) {
    const all = [...answersOf(facts, 'authority', record.name, record.type), ...resolvers.map((look) => look.answer)];
    return make.unknown({
      code: 'not-answered',
      sentence: `No server gave an answer about ${record.name}, so nothing is known of this record.`,
      evidence: evidenceOf(all),
    });
  }
  if (record.purpose === 'routing' && targetAddresses(facts).length === 0 && base.some(hasAddress(facts, record))) {
    return make.unknown({
      code: 'target-not-answered',
      sentence: `${record.name} has addresses, but which ones the gateway has now could not be asked, so whether it leads there is not known.`,
      evidence: evidenceOf(base.map((look) => look.answer)),
    });
  }
  const wrong = base.filter((look) => look.state !== 'right');
  if (wrong.length === 0) return atItsPlace(facts, record, { base, asked, make });
  const evidence = evidenceOf(base.map((look) => look.answer));
  if (wrong.length < base.length) {
    const servers = wrong.map((look) => nameServer(look.answer.server)).join(', ');
    return make.warning({
      code: 'still-spreading',
      sentence: `Some name servers have ${record.name} and others not yet: ${servers}.`,
      actor: 'nobody',
      fix: 'Wait some minutes. If it stays so, the DNS provider has trouble copying the zone to all of its servers.',
      evidence,
    });
  }
  return notThere(facts, record, wrong, make);
}

/** Addresses, where a CNAME is wanted and none is shown: comparing them needs those of the gateway. */
function hasAddress(facts: Facts, record: WantedRecord) {
  return ({ state, answer }: Look) =>
    (state === 'absent' || record.type !== 'CNAME') &&
    ['A', 'AAAA'].some((type) =>
      answersOf(facts, answer.from, record.name, type).some((one) => addressesOf(one).length > 0),
    );
}

interface Seen {
  base: Look[];
  asked: Look[];
  make: Make;
}

/** Right where it counts; caches may remember something else for a while. */
function atItsPlace(facts: Facts, record: WantedRecord, { base, asked, make }: Seen): Finding {
  const stale = asked.filter((look) => look.state !== 'right');
  const [worst] = stale.map((look) => keptUntil(look.answer)).sort((a, b) => b.until - a.until);
  if (worst === undefined && base.every(({ byAddress }) => byAddress)) return addressesOnly(facts, record, make);
  if (worst === undefined) {
    return make.ok({
      code: 'published',
      sentence: `${record.name} is published${base[0]?.answer.from === 'authority' ? ` at ${counted(base.length, 'name server')}` : ''}${asked.length > 0 ? ` and seen by ${counted(asked.length, 'resolver')}` : ''}.`,
      evidence: evidenceOf([...base, ...asked.filter((look) => !base.includes(look))].map((look) => look.answer)),
    });
  }
  const at = new Date(worst.until).toISOString();
  return make.warning({
    code: 'cached',
    sentence: `${record.name} is right at its name servers, but ${counted(stale.length, 'resolver')} still ${stale.length === 1 ? 'remembers' : 'remember'} an earlier answer.`,
    actor: 'nobody',
    fix: `Nothing to change: wait ${worst.seconds} s, until ${at.slice(11, 19)} UTC at the latest.`,
    evidence: evidenceOf([...stale, ...base].map((look) => look.answer)),
  });
}

/** When a cache forgets: the TTL of what it answered, or that of the SOA of a "no". */
function keptUntil(answer: Asked): { until: number; seconds: number } {
  const soa = answer.authority.find((one) => one.type === 'SOA');
  const seconds = Math.max(0, ...answer.records.map((one) => one.ttl), soa === undefined ? 0 : soa.ttl);
  const at = Date.parse(answer.at);
  return { until: (Number.isNaN(at) ? 0 : at) + Math.min(seconds, 604_800) * 1000, seconds };
}

function notThere(facts: Facts, record: WantedRecord, looks: Look[], make: Make): Finding {
  const zone = zoneOf(facts);
  const wanted = describeWanted(record, zone);
  const evidence = evidenceOf(looks.map((look) => look.answer));
  const actor = record.actor;
  const fixIt = ours(facts, record);
  const slip = slipOf(facts, record, zone);
  if (slip !== null) {
    const fix =
      slip.code === 'txt-instead-of-cname'
        ? `Remove the TXT record and add this one: ${wanted}.`
        : `Remove that record and add it with this name: ${wanted}.`;
    return make.problem({ ...slip, actor, fix, fixIt, evidence: [...evidenceOf(slip.answers), ...evidence] });
  }
  const [first] = looks.filter((look) => look.state === 'wrong');
  if (first?.value && first.verdict && first.verdict.code !== 'right') {
    const { value, verdict } = first;
    return make.problem({ ...explainWrong(facts, record, { value, verdict }, wanted), actor, fixIt, evidence });
  }
  const place = wrongPlace(facts, record);
  if (place !== null)
    return make.problem({
      ...place,
      actor,
      fix: `Add it where the public DNS looks, in ${zone}: ${wanted}.`,
      fixIt,
      evidence: [...place.evidence, ...evidence],
    });
  const wildcard = looks.some((look) => look.state === 'wildcard') ? '; what answers is a wildcard record' : '';
  return make.problem({
    code: 'missing',
    sentence: `There is no ${record.type} record at ${record.name}${wildcard}.`,
    actor,
    fix: `Add it${actor === 'us' ? ` to our zone` : ''}: ${wanted}.`,
    fixIt,
    evidence,
  });
}

/** The reconciler publishes records of our zones by itself: looking now is all that it needs. */
function ours(facts: Facts, { actor }: WantedRecord): FixIt | null {
  return actor === 'us' && facts.home.source === 'database' && facts.home.zoneId !== null
    ? { kind: 'check-now' }
    : null;
}

function slipOf(facts: Facts, record: WantedRecord, zone: string) {
  const accepted = acceptedValues(facts, record);
  for (const slip of slipsOf(record, zone)) {
    const answers = [
      ...answersOf(facts, 'authority', slip.name, slip.type),
      ...answersOf(facts, 'resolver', slip.name, slip.type),
    ];
    const holding = answers.filter((answer) =>
      valuesAt(answer, slip.name, slip.type).some(
        (value) => judgeValue(value.replaceAll('"', ''), accepted, zone).code === 'right',
      ),
    );
    if (holding.length > 0) return { code: slip.code, sentence: slip.sentence, answers: holding };
  }
  return null;
}

/** In a zone that the public DNS doesn't ask: the one above, or another one of ours. */
function wrongPlace(facts: Facts, record: WantedRecord) {
  const accepted = acceptedValues(facts, record);
  const zone = zoneOf(facts);
  const above = answersOf(facts, 'parent', record.name, 'CNAME').filter((answer) =>
    valuesAt(answer, record.name, 'CNAME').some((value) => judgeValue(value, accepted, zone).code === 'right'),
  );
  if (above.length > 0) {
    const sentence = `The record stands in the zone above, but ${zone} is a zone of its own, so nobody asks for it there.`;
    return { code: 'in-zone-above', sentence, evidence: evidenceOf(above) };
  }
  const other = facts.home.records.find(
    (one) => one.name === record.name && one.type === record.type && one.zoneId !== facts.home.zoneId,
  );
  if (other === undefined) return null;
  const held = facts.home.zones.find((one) => one.id === other.zoneId)?.name ?? other.zoneId;
  return {
    code: 'in-other-zone',
    sentence: `The record stands in another zone of ours, ${held} (${other.zoneId}), which the public DNS does not ask.`,
    evidence: [
      {
        source: `Route 53 zone ${other.zoneId}`,
        at: facts.at,
        question: `${other.type} ${other.name}`,
        answer: other.value,
      },
    ],
  };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
