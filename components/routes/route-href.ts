import type { Verb } from '@/lib/gateway/model';

/** Address of a route's editor. */
export function routeHref({ path, verb, ...more }: { path: string; verb: Verb; tab?: string; from?: string }): string {
  return `/routes/edit?${queryOf({ path, verb, ...more })}`;
}

/** Address of the form for a new route below `parent`, or for a copy of a route. */
export function newRouteHref(from: { parent?: string; copy?: string; verb?: Verb }): string {
  const query = queryOf(from);
  return query === '' ? '/routes/new' : `/routes/new?${query}`;
}

/** Slashes and braces stay readable: browsers take them as they are in a query. */
function queryOf(values: Record<string, string | undefined>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
    .replaceAll('%2F', '/')
    .replaceAll('%7B', '{')
    .replaceAll('%7D', '}');
}
