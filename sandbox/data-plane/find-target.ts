import type { Collections } from '../model';
import { keyOf } from '../scope';
import type { State } from '../state';
import { derived } from './derived';
import { GatewayFault } from './fault';
import { findApiEndpoint, findDomain, type GatewayDomain } from './hosts';
import { hasSeveralLevels, matchMapping } from './match-mapping';

/** Which stage of which API a request is for. */
export interface Target {
  scope: string;
  restApiId: string;
  stageName: string;
  /** The path without base path and stage. */
  path: string;
  isDefaultEndpoint: boolean;
  /** Empty without one. */
  basePath: string;
  /** True for domains with a multi-level mapping (facts 03 section 3.7). */
  lowerCasesHeaders: boolean;
}

/** Throws Forbidden for hosts and paths that lead nowhere. `host` in lower case without port. */
export function findTarget(state: State, host: string, path: string): Target {
  const domain = findDomain(state, host);
  if (domain) return throughDomain(state, domain, path);
  const endpoint = findApiEndpoint(state, host);
  if (!endpoint) throw new GatewayFault('forbidden', `no custom domain for host ${host}`);
  const { scope, restApi } = endpoint;
  const { segment, rest } = takeSegment(path);
  const base = { scope, restApiId: restApi.id, isDefaultEndpoint: true, basePath: '', lowerCasesHeaders: false };
  return { ...base, stageName: segment, path: rest };
}

/** Of domains that were asked for, by their prefix. */
const known = derived(() => new Map<string, Collections['basePathMappings'][]>(), ['basePathMappings']);

function mappingsOf(state: State, prefix: string): Collections['basePathMappings'][] {
  const mappings = known(state).get(prefix) ?? state.list('basePathMappings', prefix);
  known(state).set(prefix, mappings);
  return mappings;
}

function throughDomain(state: State, { scope, domain }: GatewayDomain, path: string): Target {
  const ignoresMappings = domain.routingMode === 'ROUTING_RULE_ONLY';
  const mappings = ignoresMappings ? [] : mappingsOf(state, keyOf.basePathMapping(scope, domain.domainName));
  const keys = mappings.map((mapping) => (mapping.basePath === '(none)' ? '' : mapping.basePath));
  const matched = matchMapping(keys, path);
  const mapping = matched && mappings[keys.indexOf(matched.basePath)];
  if (!matched || !mapping?.restApiId)
    throw new GatewayFault('forbidden', `no mapping of ${domain.domainName} for ${path}`);
  const base = {
    scope,
    restApiId: mapping.restApiId,
    isDefaultEndpoint: false,
    basePath: matched.basePath,
    lowerCasesHeaders: hasSeveralLevels(keys),
  };
  if (mapping.stage) return { ...base, stageName: mapping.stage, path: matched.rest };
  // A mapping to no stage leaves its choice to the caller (facts 03 section 3.5).
  const { segment, rest } = takeSegment(matched.rest);
  return { ...base, stageName: segment, path: rest };
}

function takeSegment(path: string): { segment: string; rest: string } {
  const relative = path.replace(/^\/+/, '');
  const [segment = ''] = relative.split('/', 1);
  return { segment, rest: relative.slice(segment.length) || '/' };
}
