import type { Exposure } from '@/lib/gateway/blast-radius';
import type { Snapshot } from '@/lib/gateway/model';
import { samplePath } from '@/lib/gateway/preview-request';
import { kindOf } from '@/lib/integrations/registry';

export interface ExampleRequest {
  method: string;
  url: string;
  /** What is to be learned from it. */
  sentence: string;
}

/**
 * Requests to begin with: real addresses of tenants, a route of each kind of back end, and one that nothing serves. At most `limit`
 * and that one. Pure.
 */
export function exampleRequests(exposures: readonly Exposure[], { resources }: Snapshot, limit = 4): ExampleRequest[] {
  const places = onePerTenant(exposures);
  const [first] = places;
  if (!first) return [];
  const kinds = new Set<string>();
  const routes = Object.entries(resources).flatMap(([path, { methods }]) => {
    const method = methods.GET ?? methods.ANY ?? methods.POST;
    const kind = method?.integration ? kindOf(method.integration) : null;
    if (!method || kind === null || kinds.has(kind)) return [];
    kinds.add(kind);
    return [{ verb: methods.GET || methods.ANY ? 'GET' : 'POST', path }];
  });
  const examples = routes.slice(0, limit).map(({ verb, path }, index): ExampleRequest => {
    const place = places[index % places.length] ?? first;
    return { method: verb, url: urlOf(place, samplePath(path)), sentence: `${place.tenantName}, served by ${path}` };
  });
  const nowhere = { method: 'GET', url: urlOf(first, '/no/such/path'), sentence: 'A path without a route' };
  return [...examples, nowhere];
}

function onePerTenant(exposures: readonly Exposure[]): Exposure[] {
  const tenants = new Map<string, Exposure>();
  for (const exposure of exposures) {
    const { tenantSlug } = exposure;
    if (tenantSlug !== null && !tenants.has(tenantSlug)) tenants.set(tenantSlug, exposure);
  }
  return [...tenants.values()];
}

function urlOf({ domain, basePath, stage }: Exposure, path: string): string {
  const base = basePath === '' || basePath === '(none)' ? '' : `/${basePath}`;
  return `https://${domain}${base}${stage === null ? '/STAGE' : ''}${path}`;
}
