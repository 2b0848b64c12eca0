import { emptySnapshot } from '../../defaults';
import type { Method, Snapshot, Verb } from '../../model';

/** A snapshot for tests from routes in short: `'GET /orders/{id}'` -> method. */
export function sampleSnapshot(routes: Record<string, Method>, more: Partial<Snapshot> = {}): Snapshot {
  const resources: Snapshot['resources'] = { '/': { methods: {} } };
  for (const [route, method] of Object.entries(routes)) {
    const [verb = '', path = '/'] = route.split(' ');
    const segments = path.split('/').filter((segment) => segment !== '');
    for (const [index] of segments.entries())
      resources[`/${segments.slice(0, index + 1).join('/')}`] ??= { methods: {} };
    const resource = resources[path] ?? { methods: {} };
    resources[path] = { methods: { ...resource.methods, [verb as Verb]: method } };
  }
  return { ...emptySnapshot('shared'), resources, ...more };
}
