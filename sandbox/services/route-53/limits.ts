/** Route 53's quotas (facts 1.4), all of which AWS raises on request. */
export const limits = {
  MAX_HOSTED_ZONES_BY_OWNER: 500,
  MAX_HEALTH_CHECKS_BY_OWNER: 200,
  MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: 100,
  MAX_TRAFFIC_POLICIES_BY_OWNER: 50,
  MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER: 5,
  MAX_RRSETS_BY_ZONE: 10_000,
  MAX_ZONES_BY_REUSABLE_DELEGATION_SET: 100,
} as const;

export type LimitName = keyof typeof limits;

export function isLimitName(name: string | undefined): name is LimitName {
  return name !== undefined && Object.hasOwn(limits, name);
}
