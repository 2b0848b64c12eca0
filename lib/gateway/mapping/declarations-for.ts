import type { Method } from '../model';
import type { Mapping } from './mapping';
import { parseMapping } from './parse-mapping';

const places: Partial<Record<Mapping['kind'], string>> = {
  path: 'path',
  query: 'querystring',
  header: 'header',
  'multi-query': 'querystring',
  'multi-header': 'header',
};

/** The `method.request.…` key that the method has to declare before AWS takes the mapping; null when it needs none. */
export function declarationFor(mapping: Mapping): string | null {
  const place = places[mapping.kind];
  return place !== undefined && 'name' in mapping ? `method.request.${place}.${mapping.name}` : null;
}

/** All that an integration's request parameters need declared, sorted, each once. What doesn't parse needs nothing. */
export function declarationsFor(requestParameters: Record<string, string>): string[] {
  const needed = new Set<string>();
  for (const text of Object.values(requestParameters)) {
    const parsed = parseMapping(text, 'request');
    const declaration = parsed.ok ? declarationFor(parsed.mapping) : null;
    if (declaration !== null) needed.add(declaration);
  }
  return [...needed].sort();
}

/** The method with what its mappings and cache keys need declared; nothing is taken away, nothing becomes required. */
export function withDeclarations(method: Method): Method {
  const { integration } = method;
  if (!integration) return method;
  const cacheKeys = integration.cacheKeyParameters.filter((key) =>
    /^method\.request\.(path|querystring|header)\./.test(key),
  );
  const missing = [...declarationsFor(integration.requestParameters), ...cacheKeys].filter(
    (key) => !Object.hasOwn(method.requestParameters, key),
  );
  if (missing.length === 0) return method;
  const added = Object.fromEntries(missing.map((key) => [key, false]));
  return { ...method, requestParameters: { ...method.requestParameters, ...added } };
}
