import type { IpAddressType } from '@aws-sdk/client-api-gateway';
import type { Collections } from '../model';
import { accountIn, keyOf, scopeOf } from '../scope';
import type { State } from '../state';
import { derived } from './derived';

/** A custom domain with the scope (`<account>/<region>`) that it lives in. */
export interface GatewayDomain {
  scope: string;
  domain: Collections['domainNames'];
}

/** An API's default endpoint, as its host says. */
export interface ApiEndpoint {
  scope: string;
  restApi: Collections['restApis'];
}

const domains = derived(
  (state) => {
    const byName = new Map<string, GatewayDomain>();
    const targets = new Map<string, IpAddressType>();
    for (const { key, value: domain } of state.entries('domainNames')) {
      const scope = key.split('/', 2).join('/');
      byName.set(domain.domainName.toLowerCase(), { scope, domain });
      const { regionalDomainName, endpointConfiguration } = domain;
      if (regionalDomainName)
        targets.set(regionalDomainName.toLowerCase(), endpointConfiguration?.ipAddressType ?? 'ipv4');
    }
    return { byName, targets };
  },
  ['domainNames'],
);

/**
 * The custom domain that answers for a host name (lower case, no port): the exact name before the wildcard one level
 * up, which is as far as a wildcard certificate reaches too.
 */
export function findDomain(state: State, host: string): GatewayDomain | undefined {
  const { byName } = domains(state);
  const parent = host.slice(host.indexOf('.') + 1);
  return byName.get(host) ?? (parent === host ? undefined : byName.get(`*.${parent}`));
}

/** Whoever has APIs. */
const accounts = derived((state) => new Set([...state.keys('restApis')].map(accountIn)), ['restApis']);

/** Those that were asked for, by host. */
const endpoints = derived(() => new Map<string, ApiEndpoint>(), ['restApis']);

/** Region and API of `<api id>.execute-api.<region>.amazonaws.com` or, for a browser's sake, `….localhost`. */
export function findApiEndpoint(state: State, host: string): ApiEndpoint | undefined {
  const known = endpoints(state);
  const endpoint = known.get(host) ?? readApiEndpoint(state, host);
  if (endpoint) known.set(host, endpoint);
  return endpoint;
}

function readApiEndpoint(state: State, host: string): ApiEndpoint | undefined {
  const [, restApiId, region] =
    /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.(?:amazonaws\.com|localhost)$/.exec(host) ?? [];
  if (!restApiId || !region) return undefined;
  for (const account of accounts(state)) {
    const scope = scopeOf(region, account);
    const restApi = state.get('restApis', keyOf.restApi(scope, restApiId));
    if (restApi) return { scope, restApi };
  }
  return undefined;
}

/**
 * By which addresses DNS leads this name (lower case) to the gateway: an existing domain's own target, or an existing API;
 * `undefined` for other names.
 */
export function gatewayTarget(state: State, name: string): IpAddressType | undefined {
  const known = domains(state).targets.get(name);
  if (known) return known;
  const endpoint = findApiEndpoint(state, name);
  return endpoint && (endpoint.restApi.endpointConfiguration?.ipAddressType ?? 'ipv4');
}

/** Where the data plane listens, for DNS answers; kept in the state when it starts. */
export function gatewayAddresses(state: State): { ipv4: string[]; ipv6: string[] } {
  const stored = state.get('meta', 'gatewayAddresses') as { ipv4: string[]; ipv6: string[] } | undefined;
  return stored ?? { ipv4: ['127.0.0.1'], ipv6: [] };
}
