import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import { dnsRisk } from '@/lib/domains/decide/dns-risk';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { type AxisDraft, draft, unread, type View, waitWithLimit, wasLive } from '@/lib/domains/decide/view';
import type { RoutingAnswer } from '@/lib/domains/observed';
import { describeRecord } from '@/lib/domains/plan-records';
import { planRouting } from '@/lib/domains/plan-routing';

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
  return (
    (view.wanted.zoneId === null ? null : zonePart(view, mapping)) ?? publicPart(view, gatewayDomain.value.targetName)
  );
}

/** Our own zone: null when nothing is left to do there. */
function zonePart(view: View, mapping: AxisDraft): DnsDraft | null {
  const { observed } = view;
  if (!observed.zoneRecords.known) {
    if (observed.zoneRecords.trouble === null) return null;
    return { axis: unread(view, 'dns', 'our zone', observed.zoneRecords.trouble), phase: 'record' };
  }
  const plan = planRouting(view.subject, observed, view.previous);
  if (plan.state === 'conflict') {
    const [first] = plan.foreign;
    const found = first === undefined ? 'another record' : describeRecord(first);
    const sentence = `Our zone has ${found} at ${view.wanted.hostname}, which was not made here. Remove it in Route 53; then Gatehouse goes on by itself.`;
    return { axis: draft.problem(sentence), phase: 'record' };
  }
  if (plan.state === 'change') {
    if (mapping.state !== 'ok' && mapping.state !== 'not-needed') {
      return {
        axis: draft.notStarted('Published once the paths are mapped, so that no request is refused.'),
        phase: 'record',
      };
    }
    return {
      axis: draft.working('publish-alias', 'Publishing the alias records A and AAAA in our zone.'),
      phase: 'record',
    };
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
    const sentence = `${wanted.hostname} ${found}. It has to point to ${targetName}.`;
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
