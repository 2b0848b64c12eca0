import type { GatewayResponse, Method } from '../model';
import { checkRequestMappings } from './check-request-mappings';
import { checkResponseMappings } from './check-response-mappings';
import type { MappingFinding } from './mapping-finding';
import { parseMapping } from './parse-mapping';
import { parseTarget } from './parse-target';

export type { MappingFinding } from './mapping-finding';

/**
 * All that is wrong, or not as it looks, in the mappings of a method, request side first. `path` is the resource's.
 * Findings of severity `error` whose code isn't `forbidden-header` are what AWS refuses to save.
 */
export function checkMappings(method: Method, path: string): MappingFinding[] {
  return [...checkRequestMappings(method, path), ...checkResponseMappings(method)];
}

/** The same of a gateway response. */
export function checkGatewayResponse(response: GatewayResponse): MappingFinding[] {
  return Object.entries(response.parameters).flatMap(([key, text]): MappingFinding[] => {
    const at = { side: 'gateway-response', status: null, key } as const;
    const target = parseTarget(key, 'gateway-response');
    const value = parseMapping(text, 'gateway-response');
    return [
      ...(target.ok ? [] : target.problems).map((problem) => ({
        ...at,
        ...problem,
        severity: 'error' as const,
        code: 'invalid-target' as const,
        part: 'target' as const,
      })),
      ...(value.ok ? [] : value.problems).map((problem) => ({
        ...at,
        ...problem,
        severity: 'error' as const,
        code: 'invalid-value' as const,
        part: 'value' as const,
      })),
    ];
  });
}
