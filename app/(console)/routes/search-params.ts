import type { RoutesFilter } from '@/components/routes/list/route-lines';
import { type Verb, verbs } from '@/lib/gateway/model';

type Query = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Filter of the list from its address; nonsense becomes the default. */
export function readFilter(query: Query): RoutesFilter {
  return { search: one(query.q).trim().slice(0, 200), changedOnly: query.changed === '1' };
}

/** Which route the address names; null when it names none. */
export function readRouteAddress(query: Query): { path: string; verb: Verb } | null {
  const path = one(query.path);
  const verb = verbs.find((verb) => verb === query.verb);
  return path.startsWith('/') && path.length <= 2048 && verb ? { path, verb } : null;
}
