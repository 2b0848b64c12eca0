import 'server-only';
import type { Network } from '@/lib/dns/network';
import { leadsTo, type Routing, resolveRouting } from '@/lib/dns/resolve-routing';
import type { Resolver } from '@/lib/dns/resolver';
import type { Known, RoutingAnswer, ValidationAnswer } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What the public DNS answers for the validation records; failures are part of the answers. */
export async function observeValidation(resolver: Resolver, records: RecordSet[]): Promise<Known<ValidationAnswer[]>> {
  const ask = async ({ name }: RecordSet) => ({ name, cname: await resolver.cname(name) });
  return { known: true, value: await Promise.all(records.map(ask)) };
}

interface Towards {
  /** Null while AWS has not named it. */
  targetName: string | null;
  /** The domain's stable name; null where it has none. */
  edgeName: string | null;
  /** Whether the stable name is published everywhere. */
  edgeReady: boolean;
}

/**
 * Where the public DNS leads for the hostname, and whether that is the gateway's target: by itself, or through the domain's
 * stable name; with several resolvers, by each of them. Before the stable name is there, nobody is made to ask for it: resolvers would
 * remember that it is not (facts 11.6).
 */
export async function observeRouting(
  network: Pick<Network, 'resolver' | 'each'>,
  hostname: string,
  { targetName, edgeName, edgeReady }: Towards,
): Promise<Known<RoutingAnswer>> {
  const { resolver, each = [] } = network;
  if (edgeName !== null && !edgeReady) {
    const cname = await resolver.cname(hostname);
    if (cname.outcome === 'ok' && cname.records.includes(edgeName)) {
      const routing: Routing = { chain: [edgeName], addresses: [], failure: 'NODATA' };
      return { known: true, value: { routing, target: { name: edgeName, addresses: [] }, leads: true } };
    }
  }
  const [routing, addresses, ...answers] = await Promise.all([
    resolveRouting(resolver, hostname),
    targetName === null ? [] : resolveRouting(resolver, targetName).then((target) => target.addresses),
    ...each.map((one) => resolveRouting(one.resolver, hostname)),
  ]);
  const target = { name: targetName ?? edgeName ?? hostname, addresses };
  const leads = (one: Routing) => (edgeName !== null && one.chain.includes(edgeName)) || leadsTo(one, target);
  const others = answers.map((other, at) => ({
    resolver: each[at]?.address ?? '',
    routing: other,
    leads: leads(other),
  }));
  return { known: true, value: { routing, target, leads: leads(routing), ...(others.length > 0 ? { others } : {}) } };
}
