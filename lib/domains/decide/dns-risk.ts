import { saysAbsent } from '@/lib/dns/describe-failure';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import type { View } from '@/lib/domains/decide/view';
import type { Actor, Risk } from '@/lib/domains/model';
import type { RoutingAnswer } from '@/lib/domains/observed';

/** What does not keep a Live domain from being proven, but some of its clients away, or will soon; null when nothing. */
export function dnsRisk(view: View): { sentence: string; actor: Actor } | null {
  const { routing, proof } = view.observed;
  const risk =
    (routing.known ? (otherResolver(view, routing.value) ?? strayIpv6(view, routing.value)) : null) ??
    (proof.known ? (proof.value.risks?.[0] ?? null) : null);
  if (risk === null) return null;
  const theirs = risk.where === 'dns' && view.wanted.zoneId === null;
  return { sentence: risk.sentence, actor: theirs ? 'tenant' : 'us' };
}

/** Somebody changed the record, and part of the resolvers has the new one: the others follow when their copy runs out. */
function otherResolver({ wanted }: View, { others = [], target }: RoutingAnswer): Risk | null {
  // One that could not be asked says nothing.
  const answered = others.filter(({ routing }) => routing.failure === null || saysAbsent(routing.failure));
  const astray = answered.find((other) => !other.leads);
  if (astray === undefined) return null;
  const { resolver, routing } = astray;
  const found = describeRouting({ routing, target, leads: false });
  const sentence = `By the resolver ${resolver}, ${wanted.hostname} ${found}; by others it still leads to the gateway. The record was changed, or is not the same at all its name servers.`;
  return { where: 'dns', sentence };
}

/** A left-over AAAA beside a right A: clients with IPv6 go elsewhere. The addresses rotate, so only a target without any tells for sure. */
function strayIpv6({ wanted }: View, { routing, target }: RoutingAnswer): Risk | null {
  if (routing.chain.includes(target.name)) return null;
  const isIpv6 = (address: string) => address.includes(':');
  const stray = routing.addresses.find(isIpv6);
  if (stray === undefined || target.addresses.length === 0 || target.addresses.some(isIpv6)) return null;
  const sentence = `The AAAA record of ${wanted.hostname} leads to ${stray}, and the gateway has no IPv6 address. Remove it: clients with IPv6 go there.`;
  return { where: 'dns', sentence };
}
