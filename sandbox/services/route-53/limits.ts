import type { AccountLimitType } from '@aws-sdk/client-route-53';
import type { Dials } from '../../dials';

/** Route 53's quotas of an account (facts 1.4), which AWS raises on request; those of what the sandbox has are dials. */
export function accountLimits(dials: Dials): Record<AccountLimitType, number> {
  return {
    MAX_HEALTH_CHECKS_BY_OWNER: 200,
    MAX_HOSTED_ZONES_BY_OWNER: dials.maxHostedZones,
    MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: dials.maxReusableDelegationSets,
    MAX_TRAFFIC_POLICIES_BY_OWNER: 50,
    MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER: 5,
  };
}
