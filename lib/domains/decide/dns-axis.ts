import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import { policyRefusal } from '@/lib/domains/cut-over/routing-policies';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import { dnsRisk } from '@/lib/domains/decide/dns-risk';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { type AxisDraft, draft, unread, type View, waitWithLimit, wasLive } from '@/lib/domains/decide/view';
import type { Known, RoutingAnswer } from '@/lib/domains/observed';
import { planEdgeName } from '@/lib/domains/plan-edge-name';
import { describeRecord, type RecordPlan } from '@/lib/domains/plan-records';
import { planRouting } from '@/lib/domains/plan-routing';
import type { RecordSet } from '@/lib/inventory/model';

/** Negative answers of a Route 53 zone are remembered for up to 15 minutes (facts 9.8). */
const visibleLimitMs = 20 * 60_000;
/** A new custom domain name answers within seconds, and everything but public caches is in order by then. */
const answerLimitMs = 15 * 60_000;

/** How far the way from the hostname to the gateway is: the record, its spreading, the request. */
export type DnsPhase = 'none' | 'record' | 'sync' | 'probe' | 'done';

export interface DnsDraft {
  axis: AxisDraft;
  phase: DnsPhase;
}

interface Around {
  gateway: AxisDraft;
  mapping: AxisDraft;
}

/** Does the public DNS lead to the gateway, and does a real HTTPS request come back from it? */
export function dnsAxis(view: View, { gateway, mapping }: Around): DnsDraft {
  const { gatewayDomain, routing } = view.observed;
  // A Live domain is watched by the target of its last pass while AWS can't be asked.
  if (!gatewayDomain.known && routing.known) return publicPart(view, routing.value.target.name);
  if (!gatewayDomain.known)
    return { axis: unread(view, 'dns', 'the custom domain name', gatewayDomain.trouble), phase: 'none' };
  if (gatewayDomain.value === null || gatewayDomain.value.targetName === null || gateway.state === 'problem') {
    return {
      axis: draft.notStarted('There is nothing on the gateway yet that the name could point to.'),
      phase: 'none',
    };
  }
  const { targetName } = gatewayDomain.value;
  return zonePart(view, mapping) ?? beforeCutOver(view, mapping) ?? publicPart(view, targetName);
}

/** Our own zone, of the hostname or of the stable name: null when nothing is left to do there. */
function zonePart(view: View, mapping: AxisDraft): DnsDraft | null {
  const { wanted, subject, observed, previous } = view;
  if (wanted.zoneId !== null) {
    if (subject.phase === 'prepare') return null;
    return recordsPart(view, mapping, {
      name: wanted.hostname,
      records: observed.zoneRecords,
      plan: () => planRouting(subject, observed, previous),
      publish: () => draft.working('publish-alias', 'Publishing the alias records A and AAAA in our zone.'),
    });
  }
  if (subject.edge === null) return null;
  const { name } = subject.edge;
  return recordsPart(view, mapping, {
    name,
    records: observed.edgeRecords,
    plan: () => planEdgeName(subject, observed),
    publish: () => draft.working('publish-edge-name', `Leading ${name} to the gateway in our zone.`),
  });
}

interface Records {
  name: string;
  records: Known<RecordSet[]>;
  plan: () => RecordPlan;
  publish: () => AxisDraft;
}

function recordsPart(view: View, mapping: AxisDraft, { name, records, plan, publish }: Records): DnsDraft | null {
  const { observed } = view;
  if (!records.known) {
    if (records.trouble === null) return null;
    return { axis: unread(view, 'dns', 'our zone', records.trouble), phase: 'record' };
  }
  const planned = plan();
  if (planned.state === 'conflict') {
    const policy = policyRefusal(name, planned.foreign);
    if (policy !== null) return { axis: draft.problem(`${policy} Then Gatehouse goes on by itself.`), phase: 'record' };
    const [first] = planned.foreign;
    const found = first === undefined ? 'another record' : describeRecord(first);
    const sentence = `Our zone has ${found} at ${name}, which was not made here. Remove it in Route 53; then Gatehouse goes on by itself.`;
    return { axis: draft.problem(sentence), phase: 'record' };
  }
  if (planned.state === 'change') {
    if (!settled(mapping)) {
      return {
        axis: draft.notStarted('Published once the paths are mapped, so that no request is refused.'),
        phase: 'record',
      };
    }
    return { axis: publish(), phase: 'record' };
  }
  if (observed.pendingChange.known && observed.pendingChange.value === 'PENDING') {
    const sentence = 'Published; Route 53 is spreading the records to its name servers, mostly within a minute.';
    return { axis: { state: 'waiting', actor: 'aws', sentence, pace: 'fast' }, phase: 'sync' };
  }
  if (!observed.pendingChange.known && observed.pendingChange.trouble !== null) {
    return {
      axis: unread(view, 'dns', 'whether Route 53 has spread the records', observed.pendingChange.trouble),
      phase: 'sync',
    };
  }
  return null;
}

const settled = ({ state }: AxisDraft) => state === 'ok' || state === 'not-needed';

/** The same sentence each time, by which the page knows that it can be cut over. */
export const preparedSentence = (hostname: string) =>
  `${hostname} is prepared and can be cut over: its certificate is issued and the gateway waits for its traffic.`;

/** While traffic is not to move yet: what is left to prepare, and then that an operator has to say when. Null where it leads here already. */
function beforeCutOver(view: View, mapping: AxisDraft): DnsDraft | null {
  const { wanted, subject, observed } = view;
  if (subject.phase !== 'prepare') return null;
  if (observed.routing.known && observed.routing.value.leads) return null;
  if (!settled(mapping)) {
    return { axis: draft.notStarted('Starts once the paths are mapped.'), phase: 'record' };
  }
  const { rehearsal } = observed;
  const failed = rehearsal.known && !(rehearsal.value.tls.ok && rehearsal.value.https.ok);
  if (failed) {
    const what = rehearsal.value.tls.ok ? rehearsal.value.https.sentence : rehearsal.value.tls.sentence;
    return {
      axis: waitWithLimit(view, 'dns', {
        actor: 'aws',
        sentence: `All is made; waiting until the gateway answers for ${wanted.hostname}. ${what}`,
        pace: 'fast',
        limitMs: answerLimitMs,
        overdue: `All is made, but the gateway gives no proper answer for ${wanted.hostname}. ${what}`,
      }),
      phase: 'record',
    };
  }
  if (!rehearsal.known) {
    const sentence = 'All is made; the gateway is asked for it next.';
    return { axis: { state: 'waiting', actor: 'us', sentence, pace: 'fast' }, phase: 'record' };
  }
  const policy = observed.zoneRecords.known ? policyRefusal(wanted.hostname, observed.zoneRecords.value) : null;
  if (policy !== null && wanted.zoneId !== null) return { axis: draft.problem(policy), phase: 'record' };
  const axis: AxisDraft = {
    state: 'waiting',
    actor: 'us',
    sentence: preparedSentence(wanted.hostname),
    pace: 'operator',
    ready: true,
  };
  return { axis, phase: 'record' };
}

function publicPart(view: View, targetName: string): DnsDraft {
  const { observed, wanted } = view;
  const phase = wanted.zoneId === null ? 'record' : 'probe';
  if (!observed.routing.known) return { axis: unread(view, 'dns', 'the public DNS', observed.routing.trouble), phase };
  const { routing, leads } = observed.routing.value;
  if (!leads && routing.failure !== null && !saysAbsent(routing.failure)) {
    const sentence = `Could not check the public DNS. ${describeFailure(routing.failure, wanted.hostname)}`;
    return { axis: { state: 'unknown', actor: 'nobody', sentence, pace: 'lookup' }, phase };
  }
  if (!leads) return { axis: astray(view, observed.routing.value, targetName), phase };
  return answered(view);
}

/** The name leads nowhere, or somewhere else. */
function astray(view: View, answer: RoutingAnswer, targetName: string): AxisDraft {
  const { wanted, subject } = view;
  const found = describeRouting(answer);
  if (wasLive(view.previous)) return draft.problem(`${wanted.hostname} ${found} and no longer leads to the gateway.`);
  if (wanted.zoneId === null) {
    const sentence = `${wanted.hostname} ${found}. It has to point to ${subject.edge?.name ?? targetName}.`;
    return { state: 'waiting', actor: 'tenant', sentence, pace: 'tenant' };
  }
  return waitWithLimit(view, 'dns', {
    actor: 'aws',
    sentence: 'Published in our zone; not visible on the public DNS yet.',
    pace: 'fast',
    limitMs: visibleLimitMs,
    overdue: `The records are in our zone but not visible on the public DNS. Check that ${subject.zoneName ?? 'the zone'} is delegated to its Route 53 name servers.`,
  });
}

function answered(view: View): DnsDraft {
  const { proof } = view.observed;
  if (!proof.known) return { axis: unread(view, 'dns', 'the answer over HTTPS', proof.trouble), phase: 'probe' };
  const risk = proofHolds(proof.value) ? dnsRisk(view) : null;
  if (risk !== null) return { axis: draft.atRisk(risk.sentence, risk.actor), phase: 'done' };
  if (proofHolds(proof.value))
    return { axis: draft.ok(`The name leads to the gateway. ${proof.value.https.sentence}`), phase: 'done' };
  const what = proof.value.tls.ok ? proof.value.https.sentence : proof.value.tls.sentence;
  if (wasLive(view.previous))
    return { axis: draft.problem(`The name leads to the gateway, but: ${what}`), phase: 'probe' };
  const axis = waitWithLimit(view, 'dns', {
    actor: 'aws',
    sentence: `The name leads to the gateway; waiting for a proper answer. ${what}`,
    pace: 'fast',
    limitMs: answerLimitMs,
    overdue: `The name leads to the gateway, but no proper answer comes. ${what}`,
  });
  return { axis, phase: 'probe' };
}
