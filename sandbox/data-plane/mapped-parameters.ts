import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { readRequestSource, readsBody } from './parameter-source';
import { isForbiddenTarget } from './request-headers';

export interface MappedParameters {
  headers: [string, string][];
  query: [string, string][];
}

/**
 * Evaluates an integration's request parameter mappings to headers and query parameters (the path's are filled into
 * the URI). Throws the internal fault for headers that may not be mapped, as AWS does only now, at run time.
 */
export function mappedParameters(call: GatewayCall, body: Buffer | null): MappedParameters {
  const mapped: MappedParameters = { headers: [], query: [] };
  for (const [target, expression] of Object.entries(call.integration.requestParameters ?? {})) {
    const [, place, name = ''] = /^integration\.request\.(header|querystring)\.(.+)$/.exec(target) ?? [];
    if (place === undefined) continue;
    if (place === 'header' && isForbiddenTarget(name, call.integration.type)) {
      throw new GatewayFault('internal', `the header ${name} may not be mapped`);
    }
    const values = readRequestSource(call, expression, body);
    const list = place === 'header' ? mapped.headers : mapped.query;
    list.push(...values.map((value): [string, string] => [name, value]));
  }
  return mapped;
}

/** Whether any mapping reads the body, so that it can't be streamed through. */
export function mappingsReadBody(call: GatewayCall): boolean {
  return Object.values(call.integration.requestParameters ?? {}).some(readsBody);
}
