import type { Exposure } from '@/lib/gateway/blast-radius';
import type { Reach } from './model';

const shown = 5;

/** How many domains and tenants that is, and the first few names. Pure. */
export function summariseReach(exposures: readonly Exposure[]): Reach {
  const names = [...new Set(exposures.map(({ domain }) => domain))];
  const tenants = new Set(exposures.flatMap(({ tenantSlug }) => tenantSlug ?? []));
  return { domains: names.length, tenants: tenants.size, names: names.slice(0, shown) };
}
