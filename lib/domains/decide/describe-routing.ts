import type { RoutingAnswer } from '@/lib/domains/observed';

/** Where the public DNS leads now, as the end of a sentence that begins with the hostname. */
export function describeRouting({ routing }: RoutingAnswer): string {
  const [first] = routing.chain;
  if (first !== undefined) return `points to ${first}`;
  if (routing.addresses.length > 0) return `has the addresses ${routing.addresses.slice(0, 3).join(', ')}`;
  return routing.failure === 'NODATA' ? 'has no address in the DNS' : 'does not exist in the DNS';
}
