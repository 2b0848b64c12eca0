import type { Exposure } from '@/lib/gateway/blast-radius';
import type { Reach } from './model';

const shown = 5;

/** How many domains and tenants that is, and the first few names. Pure. */
export function summariseReach(exposures: readonly Exposure[]): Reach {
  const domains = new Set(exposures.map(({ domain }) => domain));
  const named = new Set(exposures.flatMap(({ domain, hidden }) => (hidden ? [] : domain)));
  const tenants = new Set(exposures.flatMap(({ tenantSlug }) => tenantSlug ?? []));
  return { domains: domains.size, tenants: tenants.size, names: [...named].slice(0, shown) };
}
