import { kindLooks } from '@/components/routes/kind-looks';
import type { Exposure } from '@/lib/gateway/blast-radius';
import type { Snapshot } from '@/lib/gateway/model';
import { samplePath } from '@/lib/gateway/preview-request';
import { type IntegrationKind, integrationKinds } from '@/lib/integrations/kinds';
import { kindOf } from '@/lib/integrations/registry';

export interface ExampleRequest {
  method: 'GET' | 'POST';
  url: string;
  /** What is to be learned from it. */
  sentence: string;
}

/**
 * Requests to begin with: real addresses of tenants, a route of each kind of back end, and one that nothing serves. None without
 * tenants. Pure.
 */
export function exampleRequests(exposures: readonly Exposure[], snapshot: Snapshot): ExampleRequest[] {
  const places = onePerTenant(exposures);
  const [first] = places;
  if (!first) return [];
  const routes = routeByKind(snapshot);
  const known = integrationKinds.flatMap((kind) => {
    const route = routes.get(kind);
    return route ? [{ ...route, kind }] : [];
  });
  const examples = known.map(({ kind, method, path }, index): ExampleRequest => {
    const place = places[index % places.length] ?? first;
    const sentence = `${place.tenantName} · ${kindLooks[kind].word}, ${path}`;
    return { method, url: urlOf(place, samplePath(path)), sentence };
  });
  const url = urlOf(first, '/no/such/path');
  return [...examples, { method: 'GET', url, sentence: `${first.tenantName} · a path without a route` }];
}

/** The first of each kind; one with variables rather than one without. */
function routeByKind({ resources }: Snapshot) {
  const routes = new Map<IntegrationKind, Pick<ExampleRequest, 'method'> & { path: string }>();
  for (const [path, { methods }] of Object.entries(resources)) {
    const reads = methods.GET ?? methods.ANY;
    const integration = (reads ?? methods.POST)?.integration;
    if (!integration) continue;
    const kind = kindOf(integration);
    const known = routes.get(kind);
    if (!known || (path.includes('{') && !known.path.includes('{')))
      routes.set(kind, { method: reads ? 'GET' : 'POST', path });
  }
  return routes;
}

function onePerTenant(exposures: readonly Exposure[]): Exposure[] {
  const tenants = new Map<string, Exposure>();
  for (const exposure of exposures) {
    const { tenantSlug } = exposure;
    if (tenantSlug !== null && !tenants.has(tenantSlug)) tenants.set(tenantSlug, exposure);
  }
  return [...tenants.values()];
}

/** A mapping without a stage has the caller name it. */
function urlOf({ domain, basePath, stage }: Exposure, path: string): string {
  return `https://${domain}${basePath === '' ? '' : `/${basePath}`}${stage === null ? '/prod' : ''}${path}`;
}
