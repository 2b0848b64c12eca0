import type { ResourceRecordSet } from '@aws-sdk/client-route-53';

/** In the order in which Route 53 names them. */
export const policies = [
  'Weight',
  'Region',
  'Failover',
  'GeoLocation',
  'MultiValueAnswer',
  'GeoProximityLocation',
  'CidrRoutingConfig',
] as const;

type Policy = (typeof policies)[number];
type RoutedSet = ResourceRecordSet & { Name: string };

const maxSets = 100;

/** What Route 53 calls sets of a policy. */
const words: Record<Policy, string> = {
  Weight: 'weighted',
  Region: 'latency',
  Failover: 'failover',
  GeoLocation: 'geolocation',
  MultiValueAnswer: 'multivalue answer',
  GeoProximityLocation: 'geoproximity',
  CidrRoutingConfig: 'cidr',
};

/** The policies that a set names; `MultiValueAnswer: false` is none. */
export function policiesOf(set: ResourceRecordSet): Policy[] {
  return policies.filter((policy) => set[policy] !== undefined && set[policy] !== false);
}

/** What is wrong with a set among all of its name and type, as a batch leaves them; in Route 53's words (facts 9.6). */
export function routingProblems(set: RoutedSet, others: RoutedSet[]): string[] {
  const { Name, Type, SetIdentifier } = set;
  const [policy] = policiesOf(set);
  const subject = `RRSet with DNS name ${Name}, type ${Type}`;
  if (!policy)
    return others.length > 0 ? [`${subject} cannot be created as other RRSets exist with the same name and type.`] : [];
  const routed = `${subject}, SetIdentifier ${SetIdentifier}`;
  if (others.some((other) => policiesOf(other)[0] !== policy))
    return [
      policy === 'MultiValueAnswer'
        ? `${routed} cannot be created because a non multivalue answer rrset exists with the same name and type.`
        : `${routed} cannot be created as a non-${words[policy]} set exists with the same name and type.`,
    ];
  if (others.length >= maxSets)
    return [`Exceeded limit on number of ${words[policy]} RRSets for ${Name}, type ${Type} in this zone.`];
  return [...primaryProblem(set), ...ttlProblem(set, others), ...twinProblem(set, others, policy, routed)];
}

function primaryProblem({ Failover, ResourceRecords, HealthCheckId }: ResourceRecordSet): string[] {
  return Failover === 'PRIMARY' && ResourceRecords && !HealthCheckId
    ? ['A non-alias primary ResourceRecordSet must have an associated health check. No changes made.']
    : [];
}

function ttlProblem({ Name, Type, SetIdentifier, Weight, TTL }: ResourceRecordSet, others: ResourceRecordSet[]) {
  const differs = Weight !== undefined && TTL !== undefined && others.some((other) => (other.TTL ?? TTL) !== TTL);
  return differs
    ? [
        `RRSet with DNS name ${Name} and type ${Type}, SetIdentifier ${SetIdentifier} cannot be created as weighted sets must contain the same TTL.`,
      ]
    : [];
}

/** Where a policy chooses by a place, a set must not stand for the same place as another. */
function twinProblem(set: ResourceRecordSet, others: ResourceRecordSet[], policy: Policy, routed: string): string[] {
  const place = placeOf(set);
  if (place === undefined || !others.some((other) => placeOf(other) === place)) return [];
  const kind = policy.toLowerCase();
  return [
    `${routed}, and ${policy} Name=${place} cannot be created because a ${words[policy]} RRSet with the same name, type and ${kind} already exists.`,
  ];
}

function placeOf({ Region, Failover, GeoLocation }: ResourceRecordSet): string | undefined {
  const { ContinentCode, CountryCode, SubdivisionCode } = GeoLocation ?? {};
  const location = [ContinentCode, CountryCode, SubdivisionCode].filter(Boolean).join('-');
  return Region ?? Failover ?? (location || undefined);
}
