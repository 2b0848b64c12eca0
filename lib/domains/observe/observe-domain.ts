import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { type Before, observePresence } from '@/lib/domains/observe/observe-presence';
import { observeRemoval } from '@/lib/domains/observe/observe-removal';
import type { Observed } from '@/lib/domains/observed';

/**
 * Looks at AWS and the DNS, as far as the next decision about the domain needs it.
 *
 * @param before the step that was taken a moment ago, and the look before it; null at the beginning of a pass
 */
export function observeDomain(
  ctx: Context,
  network: Network,
  domain: LoadedDomain,
  before: Before | null,
): Promise<Observed> {
  return domain.wanted.intent === 'absent'
    ? observeRemoval(ctx, network, domain)
    : observePresence(ctx, network, domain, before);
}
