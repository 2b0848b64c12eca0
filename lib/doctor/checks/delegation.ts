import { answersOf, evidenceFrom, evidenceOf, isAnswer, nameServer } from '@/lib/doctor/answers';
import type { Facts } from '@/lib/doctor/facts';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import type { Finding } from '@/lib/doctor/model';

/** Does the public DNS ask the servers that the records are at, and do these know the zone? */
export const checkDelegation: Check = (facts) => {
  const make = findingsOf('delegation', facts);
  if (facts.hostnameFault !== null) return [make.skipped({ code: 'no-hostname', sentence: 'Not a hostname.' })];
  if (facts.delegation === null) return [noDelegation(facts)];
  const found = [ourZone(facts), nowhere(facts) ?? lame(facts), difference(facts)].flatMap((finding) => finding ?? []);
  if (found.length > 0) return found;
  const { zone, servers, atParent, atZone } = facts.delegation;
  const soa = answersOf(facts, 'authority', zone, 'SOA');
  if (soa.length > 0 && !soa.some(isAnswer)) {
    const sentence = `None of the name servers of ${zone} answered, so nothing is known of it.`;
    return [make.unknown({ code: 'not-answered', sentence, evidence: evidenceOf(soa) })];
  }
  return [
    make.ok({
      code: 'delegated',
      sentence: `${zone} is delegated to ${(atParent ?? atZone ?? servers.map(({ name }) => name ?? '')).join(', ')}${facts.provider === null ? '' : `, ${facts.provider.name}`}.`,
      evidence: [...delegationEvidence(facts), ...evidenceOf(soa)],
    }),
  ];
};

function noDelegation(facts: Facts): Finding {
  const make = findingsOf('delegation', facts);
  const answers = ['A', 'CNAME', 'SOA'].flatMap((type) => answersOf(facts, 'resolver', facts.hostname, type));
  const evidence = evidenceOf(answers);
  if (!answers.some((answer) => answer.outcome === 'NXDOMAIN')) {
    const sentence = 'The zone that is in charge of the name could not be found out.';
    return make.unknown({ code: 'not-answered', sentence, evidence });
  }
  return make.problem({
    code: 'no-zone',
    sentence: `No zone on the public DNS is in charge of ${facts.hostname}: the domain is not registered, or not delegated.`,
    actor: zoneActor(facts),
    fix: 'Check the registration, and enter the name servers of the zone at the registrar.',
    evidence,
  });
}

/** The zone that we write to has to be the one that is asked. */
function ourZone(facts: Facts): Finding | null {
  const make = findingsOf('delegation', facts);
  const { zoneId, zones } = facts.home;
  const ours = zones.find((one) => one.id === zoneId);
  const { delegation } = facts;
  if (ours === undefined || delegation === null) return null;
  const evidence = [...delegationEvidence(facts), ...zones.map((zone) => zoneEvidence(facts, zone))];
  const twins = zones.filter((one) => one.name === ours.name);
  if (delegation.zone !== ours.name) {
    return make.problem({
      code: 'other-zone-in-charge',
      sentence: `Gatehouse writes to ${ours.name}, but the public DNS asks the zone ${delegation.zone || '.'} for ${facts.hostname}.`,
      actor: 'us',
      fix: delegation.zone.endsWith(`.${ours.name}`)
        ? `Remove the NS records of ${delegation.zone} from ${ours.name}, or onboard the domain in that zone.`
        : `Have the registrar delegate ${ours.name} to ${list(ours.nameServers)}.`,
      evidence,
    });
  }
  const asked = delegation.atParent ?? delegation.atZone;
  if (ours.nameServers === null || asked === null) return null;
  const common = asked.filter((server) => ours.nameServers?.includes(server));
  if (common.length === 0) {
    const twin = twins.find((one) => one.id !== ours.id && one.nameServers?.some((server) => asked.includes(server)));
    return make.problem({
      code: twin === undefined ? 'delegated-elsewhere' : 'delegated-to-twin',
      sentence:
        twin === undefined
          ? `${ours.name} is delegated to ${asked.join(', ')}, which are not the name servers of our zone ${ours.id}.`
          : `There are ${twins.length} zones ${ours.name} of ours, and the public DNS asks ${twin.id}, not ${ours.id} that Gatehouse writes to.`,
      actor: 'us',
      fix: `At the registrar, set the name servers of ${ours.name} to ${list(ours.nameServers)}.`,
      evidence,
    });
  }
  if (common.length < asked.length) {
    const foreign = asked.filter((server) => !common.includes(server));
    return make.warning({
      code: 'delegated-partly-elsewhere',
      sentence: `Some of the name servers of ${ours.name} at the registrar are not those of our zone: ${foreign.join(', ')}.`,
      actor: 'us',
      fix: `At the registrar, set exactly these: ${list(ours.nameServers)}.`,
      evidence,
    });
  }
  return null;
}

/** Name servers whose names lead nowhere; only where resolvers answer at all, else it says nothing. */
function nowhere(facts: Facts): Finding | null {
  const { delegation } = facts;
  const named = delegation?.atParent ?? delegation?.atZone ?? [];
  if (delegation === null || delegation.servers.length > 0 || named.length === 0) return null;
  if (!facts.answers.some((answer) => answer.from === 'resolver' && answer.outcome !== 'TIMEOUT')) return null;
  return findingsOf('delegation', facts).problem({
    code: 'no-such-servers',
    sentence: `${delegation.zone} is delegated to ${named.join(', ')}, which have no address: the delegation is stale.`,
    actor: zoneActor(facts),
    fix: `At the registrar, set the name servers of ${delegation.zone} to those of the DNS provider where the records are edited.`,
    evidence: delegationEvidence(facts),
  });
}

/** Servers that the public DNS asks and that don't know the zone. */
function lame(facts: Facts): Finding | null {
  const make = findingsOf('delegation', facts);
  const { delegation } = facts;
  if (delegation === null) return null;
  const answers = answersOf(facts, 'authority', delegation.zone, 'SOA');
  const bad = answers.filter(
    (answer) =>
      answer.outcome === 'REFUSED' || answer.outcome === 'SERVFAIL' || (isAnswer(answer) && !answer.authoritative),
  );
  if (bad.length === 0) return null;
  const trouble = {
    actor: zoneActor(facts),
    fix: `Check the name servers of ${delegation.zone} at the registrar: they have to be those of the DNS provider that holds the records. Remove the others.`,
    evidence: [...evidenceOf(bad), ...delegationEvidence(facts)],
  };
  const which = bad.map((answer) => answer.server.name ?? nameServer(answer.server)).join(', ');
  return bad.length === answers.length
    ? make.problem({
        ...trouble,
        code: 'stale-delegation',
        sentence: `${delegation.zone} is delegated to servers that don't know it: ${which}. The delegation is stale.`,
      })
    : make.warning({
        ...trouble,
        code: 'lame-server',
        sentence: `Not all name servers of ${delegation.zone} know it: ${which}.`,
      });
}

function difference(facts: Facts): Finding | null {
  const make = findingsOf('delegation', facts);
  const { delegation } = facts;
  if (delegation?.atParent == null || delegation.atZone == null || facts.home.zoneId !== null) return null;
  const { zone, atParent, atZone } = delegation;
  if (atZone.length === 0 || atParent.every((server) => atZone.includes(server))) return null;
  const none = !atParent.some((server) => atZone.includes(server));
  const told = {
    code: none ? 'delegation-moved' : 'delegation-differs',
    sentence: `The registrar sends everybody to ${atParent.join(', ')}, but the zone itself names ${atZone.join(', ')}.`,
    actor: zoneActor(facts),
    fix: `At the registrar, set the name servers of ${zone} to those of the DNS provider where the records are edited.`,
    evidence: delegationEvidence(facts),
  };
  return make.warning(told);
}

function delegationEvidence(facts: Facts) {
  const { delegation } = facts;
  if (delegation === null) return [];
  const { zone, atParent, atZone } = delegation;
  return [
    ...(atParent === null ? [] : [evidenceFrom(facts, 'the zone above', `NS ${zone}`, atParent.join('\n') || 'none')]),
    ...(atZone === null ? [] : [evidenceFrom(facts, 'the zone itself', `NS ${zone}`, atZone.join('\n') || 'none')]),
  ];
}

function zoneEvidence(facts: Facts, zone: Facts['home']['zones'][number]) {
  return evidenceFrom(
    facts,
    `Route 53 zone ${zone.id}`,
    `NS ${zone.name}`,
    zone.nameServers?.join('\n') ?? 'not in the cache',
  );
}

function list(names: string[] | null): string {
  return names === null || names.length === 0 ? 'its Route 53 name servers' : names.join(', ');
}
