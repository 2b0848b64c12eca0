import { badRequest } from './refusals';

/** Policies of a regional domain (facts 3.3). */
const regionalPolicies = [
  'TLS_1_0',
  'TLS_1_2',
  'SecurityPolicy_TLS13_1_3_2025_09',
  'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
  'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_2021_06',
];

/** The newer policies need an access mode beside them. */
export function refuseBadSecurityPolicy(policy: string, accessMode: string | undefined): void {
  if (!regionalPolicies.includes(policy)) throw badRequest(`Invalid security policy: ${policy}`);
  if (policy.startsWith('SecurityPolicy_') && !accessMode) {
    throw badRequest('Endpoint access mode is required for the specified security policy');
  }
}
