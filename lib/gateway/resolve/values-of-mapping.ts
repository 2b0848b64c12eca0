import type { Mapping } from '../mapping/mapping';
import type { GatewayRequest, MatchedRoute, ResolveOptions } from './model';
import { parseQuery } from './query';
import { readMapping } from './read-mapping';
import { unmatchedCall } from './unmatched-call';

/** What one request mapping of a route comes to; none when the request has no such value. */
export function valuesOfMapping(
  route: MatchedRoute,
  request: GatewayRequest,
  options: ResolveOptions,
  mapping: Mapping,
): string[] {
  const call = unmatchedCall(request, request.verb, options);
  return readMapping({ ...call, route, query: parseQuery(request.query) }, mapping);
}
