import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import type { View } from '@/lib/domains/decide/view';
import { targetOf } from '@/lib/domains/plan-records';
import type { GatewayDomain } from '@/lib/inventory/model';

/**
 * Does the public DNS still lead to a custom domain name that is to go? A name that leads to one that is gone is free for
 * anybody: who makes it anew in another account gets its traffic, and a certificate with it.
 */
export type Dangling = { state: 'gone' | 'still' | 'unchecked'; sentence: string };

const gone: Dangling = { state: 'gone', sentence: 'The public DNS no longer leads there.' };

/** Pure. "Could not check" does not count as gone. */
export function danglingOf({ wanted, observed }: View, domain: GatewayDomain): Dangling {
  const { hostname } = wanted;
  if (!observed.routing.known) {
    const { trouble } = observed.routing;
    return { state: 'unchecked', sentence: trouble?.sentence ?? 'The public DNS was not asked yet.' };
  }
  const { routing, leads, target } = observed.routing.value;
  if (routing.chain.includes(target.name)) return still(hostname, observed.routing.value);
  if (leads) return byWildcard(observed, domain) ? gone : still(hostname, observed.routing.value);
  if (routing.failure !== null && !saysAbsent(routing.failure))
    return { state: 'unchecked', sentence: describeFailure(routing.failure, hostname) };
  // Addresses alone tell nothing while those of the gateway are not known.
  if (routing.addresses.length > 0 && target.addresses.length === 0)
    return { state: 'unchecked', sentence: `The addresses of ${target.name} could not be looked up.` };
  return gone;
}

function still(hostname: string, answer: Parameters<typeof describeRouting>[0]): Dangling {
  return { state: 'still', sentence: `On the public DNS ${hostname} still ${describeRouting(answer)}.` };
}

/** Our zone has nothing at the name, and a wildcard above it that leads somewhere else: its addresses may be alike. */
function byWildcard({ zoneRecords }: View['observed'], domain: GatewayDomain): boolean {
  if (!zoneRecords.known || zoneRecords.value.some((record) => record.name === domain.name && isAddress(record.type)))
    return false;
  const wildcards = zoneRecords.value.filter((record) => record.name.startsWith('*.') && isAddress(record.type));
  return wildcards.length > 0 && wildcards.every((record) => targetOf(record) !== domain.targetName);
}

const isAddress = (type: string) => type === 'A' || type === 'AAAA' || type === 'CNAME';
