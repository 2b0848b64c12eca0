import 'server-only';
import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import type { Network } from '@/lib/dns/network';
import { probe } from '@/lib/dns/probe';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import type { Proof } from '@/lib/domains/model';
import { type Known, notAsked, type RoutingAnswer } from '@/lib/domains/observed';

interface Subject {
  hostname: string;
  basePaths: string[];
  now: Date;
}

/** Proof of life. Not asked when the DNS could not be asked: that says nothing about the domain. */
export async function observeProof(network: Network, routing: RoutingAnswer, subject: Subject): Promise<Known<Proof>> {
  const { failure } = routing.routing;
  if (failure !== null && !saysAbsent(failure)) return notAsked;
  const { hostname } = subject;
  const resolved = routing.leads
    ? { ok: true, sentence: `${hostname} leads to the gateway, ${routing.target.name}.` }
    : {
        ok: false,
        sentence: failure === null ? `${hostname} ${describeRouting(routing)}.` : describeFailure(failure, hostname),
      };
  return { known: true, value: await probe(network, { ...subject, routing: routing.routing, resolved }) };
}
