import { emptyIntegration, emptyMethod } from '../defaults';
import type { GatewayRequest, ResolveCall, ResolveOptions } from './model';

/** Stand in where a value is read before, or without, a route. */
const noIntegration = emptyIntegration();
const noRoute = { path: '', verb: 'ANY', method: emptyMethod(), pathParameters: {} } as const;

/** A call of which no route is known; refusals read their values from it. */
export function unmatchedCall(request: GatewayRequest, verb: string, options: ResolveOptions): ResolveCall {
  return { request, verb, query: [], route: noRoute, integration: noIntegration, options };
}
