import type { SecureVersion } from 'node:tls';
import type { State } from '../state';
import { findApiEndpoint, findDomain } from './hosts';

/** The lowest TLS version of a domain's or API's security policy (facts 03 section 3.3). */
function minimumTlsVersion(securityPolicy: string): SecureVersion {
  if (securityPolicy === 'TLS_1_0') return 'TLSv1';
  return /^SecurityPolicy_TLS13_(?:1_3|2025_EDGE)/.test(securityPolicy) ? 'TLSv1.3' : 'TLSv1.2';
}

/** For the host a client names. Domains have TLS_1_2 when they say nothing, APIs' own endpoints TLS_1_0. */
export function minimumTlsVersionOf(state: State, serverName: string | null): SecureVersion {
  const found = serverName === null ? undefined : findDomain(state, serverName);
  if (found) return minimumTlsVersion(found.domain.securityPolicy ?? 'TLS_1_2');
  const endpoint = serverName === null ? undefined : findApiEndpoint(state, serverName);
  return minimumTlsVersion(endpoint?.restApi.securityPolicy ?? 'TLS_1_0');
}
