import 'server-only';
import type { Network } from '@/lib/dns/network';
import { leadsTo, resolveRouting } from '@/lib/dns/resolve-routing';
import type { Resolver } from '@/lib/dns/resolver';
import type { Known, RoutingAnswer, ValidationAnswer } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What the public DNS answers for the validation records; failures are part of the answers. */
export async function observeValidation(resolver: Resolver, records: RecordSet[]): Promise<Known<ValidationAnswer[]>> {
  const ask = async ({ name }: RecordSet) => ({ name, cname: await resolver.cname(name) });
  return { known: true, value: await Promise.all(records.map(ask)) };
}

/** Where the public DNS leads for the hostname, and whether that is the gateway's target; with several resolvers, by each of them. */
export async function observeRouting(
  network: Pick<Network, 'resolver' | 'each'>,
  hostname: string,
  targetName: string,
): Promise<Known<RoutingAnswer>> {
  const { resolver, each = [] } = network;
  const [routing, target, ...others] = await Promise.all([
    resolveRouting(resolver, hostname),
    resolveRouting(resolver, targetName),
    ...each.map((one) => resolveRouting(one.resolver, hostname)),
  ]);
  const goal = { name: targetName, addresses: target.addresses };
  const leads = leadsTo(routing, goal);
  const said = others.map((other, at) => ({
    resolver: each[at]?.address ?? '',
    routing: other,
    leads: leadsTo(other, goal),
  }));
  return { known: true, value: { routing, target: goal, leads, ...(said.length > 0 ? { others: said } : {}) } };
}
