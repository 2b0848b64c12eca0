import 'server-only';
import type { Lookup, LookupFailure, Resolver } from '@/lib/dns/resolver';

/** How the public DNS answers for a name: the aliases it goes through and the addresses at the end. */
export interface Routing {
  /** CNAME targets in their order; empty when the name has addresses of its own. */
  chain: string[];
  addresses: string[];
  /** Null when there are addresses. */
  failure: LookupFailure | null;
}

const maxAliases = 8;

/** Looks a name up as a client would: A and AAAA, and the CNAMEs on the way, which tell where the owner points it. */
export async function resolveRouting(resolver: Resolver, name: string): Promise<Routing> {
  const [a, aaaa, chain] = await Promise.all([resolver.a(name), resolver.aaaa(name), followAliases(resolver, name)]);
  const addresses = [...recordsOf(a), ...recordsOf(aaaa)];
  return { chain, addresses, failure: addresses.length > 0 ? null : worse(a, aaaa) };
}

async function followAliases(resolver: Resolver, name: string): Promise<string[]> {
  const chain: string[] = [];
  let at = name;
  while (chain.length < maxAliases) {
    const answer = await resolver.cname(at);
    const target = answer.outcome === 'ok' ? answer.records[0] : undefined;
    if (target === undefined || chain.includes(target)) break;
    chain.push(target);
    at = target;
  }
  return chain;
}

function recordsOf<T>(lookup: Lookup<T>): T[] {
  return lookup.outcome === 'ok' ? lookup.records : [];
}

/** Of two empty answers the one that says less: "could not ask" beats "nothing there", so that absence is never guessed. */
function worse(a: Lookup<string>, b: Lookup<string>): LookupFailure {
  const order: LookupFailure[] = ['TIMEOUT', 'SERVFAIL', 'REFUSED', 'ERROR', 'NODATA', 'NXDOMAIN'];
  return order.find((failure) => a.outcome === failure || b.outcome === failure) ?? 'ERROR';
}

/**
 * Does the name lead to the target? Either an alias says so, or the addresses overlap: flattened and Route 53 alias
 * records show addresses only, and those rotate, so one in common is enough (facts 11.2).
 */
export function leadsTo(routing: Routing, target: { name: string; addresses: string[] }): boolean {
  if (routing.chain.includes(target.name)) return true;
  return routing.addresses.some((address) => target.addresses.includes(address));
}
