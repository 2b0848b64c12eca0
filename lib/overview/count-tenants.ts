import type { Headline } from '@/lib/domains/model';
import { headlinesWorstFirst } from '@/lib/tenants/headline-order';
import type { OverviewDomain } from './model';

/** Tenants by headline; a tenant has the headline of its worst domain, and is a draft without any. Pure. */
export function countTenants(
  domains: readonly OverviewDomain[],
  tenantsWithoutDomain: number,
): Record<Headline, number> {
  const worst = new Map<string, Headline>();
  for (const { tenantSlug, headline } of domains) {
    const known = worst.get(tenantSlug);
    if (!known || rank(headline) < rank(known)) worst.set(tenantSlug, headline);
  }
  const counts = Object.fromEntries(headlinesWorstFirst.map((headline) => [headline, 0])) as Record<Headline, number>;
  for (const headline of worst.values()) counts[headline]++;
  counts.Draft += tenantsWithoutDomain;
  return counts;
}

function rank(headline: Headline): number {
  return headlinesWorstFirst.indexOf(headline);
}

/** Headlines that somebody should look at, most pressing first. */
const pressing = [
  'Broken',
  'Needs operator',
  'Live, at risk',
  'Waiting for tenant',
] as const satisfies readonly Headline[];

/** Domains that need somebody, most pressing first, then the longest wait first. Pure. */
export function needsAttention(domains: readonly OverviewDomain[]): OverviewDomain[] {
  const order = (domain: OverviewDomain) => (pressing as readonly Headline[]).indexOf(domain.headline);
  return domains
    .filter((domain) => order(domain) >= 0)
    .sort((a, b) => order(a) - order(b) || a.since.localeCompare(b.since) || a.hostname.localeCompare(b.hostname));
}
