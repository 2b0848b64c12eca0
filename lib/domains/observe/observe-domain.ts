import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { observePresence } from '@/lib/domains/observe/observe-presence';
import { observeRemoval } from '@/lib/domains/observe/observe-removal';
import type { Observed } from '@/lib/domains/observed';

/** Looks at AWS and the DNS, as far as the next decision about the domain needs it. */
export function observeDomain(
  ctx: Context,
  network: Network,
  domain: LoadedDomain,
  { acted }: { acted: boolean },
): Promise<Observed> {
  return domain.wanted.intent === 'absent'
    ? observeRemoval(ctx, network, domain)
    : observePresence(ctx, network, domain, acted);
}
