import 'server-only';
import { getDomain } from 'tldts';
import { type DnsProviderId, detectProvider } from '@/lib/dns/providers';
import type { Resolver } from '@/lib/dns/resolver';

interface Found {
  zone: string | null;
  provider: { id: DnsProviderId; name: string } | null;
}

const keepMs = 10 * 60_000;
const keepFailureMs = 60_000;
const most = 1000;
const known = new Map<string, { until: number; provider: Found['provider'] }>();

/**
 * The zone in which a customer makes the records, and who runs it, by the name servers that the public DNS names. Remembered for ten
 * minutes, so that an open page doesn't ask every few seconds. Only the registered domain is asked about: a question for the
 * hostname itself could make resolvers remember that it isn't there.
 */
export async function findProvider(resolver: Resolver, hostname: string, now: Date): Promise<Found> {
  const zone = getDomain(hostname, { allowPrivateDomains: true, validateHostname: false });
  if (zone === null) return { zone, provider: null };
  const kept = known.get(zone);
  if (kept !== undefined && kept.until > now.getTime()) return { zone, provider: kept.provider };
  const answer = await resolver.ns(zone);
  const provider = answer.outcome === 'ok' ? detectProvider(answer.records) : null;
  if (known.size >= most) known.clear();
  known.set(zone, { until: now.getTime() + (answer.outcome === 'ok' ? keepMs : keepFailureMs), provider });
  return { zone, provider };
}
