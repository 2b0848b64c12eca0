import type { Reach, ReachedFrom } from './model';

const shown = 5;

/** How many domains and tenants that is, and the first few names. Pure. */
export function summariseReach(reached: readonly ReachedFrom[]): Reach {
  const names = [...new Set(reached.map(({ name }) => name))];
  const tenants = new Set(reached.flatMap(({ tenantSlug }) => tenantSlug ?? []));
  return { domains: names.length, tenants: tenants.size, names: names.slice(0, shown) };
}
