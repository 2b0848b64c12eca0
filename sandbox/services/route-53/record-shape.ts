import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { findGeoLocation } from './geo-locations';
import { invalidInput, noSuchHealthCheck } from './refusals';
import { policies, policiesOf } from './routing-policy';

const contents = '[AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]';

/** Refuses what is no record set whatever the zone holds (facts 9.6, InvalidInput); the XML schema has been checked. */
export function refuseMisshapen({ Action, ResourceRecordSet: set }: Change): void {
  if (!set) return;
  const where = `in Change with [Action=${Action}, Name=${set.Name}, Type=${set.Type}, SetIdentifier=${set.SetIdentifier ?? 'null'}]`;
  refuseNotOne(contents, contentsOf(set), where);
  refusePolicies(set, where);
  // The sandbox has no health checks, traffic policies and CIDR collections; what names one names none that exists.
  if (Action === 'DELETE') return;
  if (set.HealthCheckId) throw noSuchHealthCheck(set.HealthCheckId);
  if (set.TrafficPolicyInstanceId) throw invalidInput('No traffic policy instance exists with the specified ID.');
  if (set.CidrRoutingConfig) throw invalidInput("The CIDR collection you specified, doesn't exist.");
}

/** How many of the three ways to say what the set holds it takes; half a way beside none counts as none. */
function contentsOf({ AliasTarget, TTL, ResourceRecords, TrafficPolicyInstanceId }: ResourceRecordSet): number {
  const others = [AliasTarget, TrafficPolicyInstanceId].filter((way) => way !== undefined).length;
  const isWhole = TTL !== undefined && ResourceRecords !== undefined;
  const isBegun = TTL !== undefined || ResourceRecords !== undefined;
  return others + Number(others > 0 ? isBegun : isWhole);
}

function refusePolicies(set: ResourceRecordSet, where: string): void {
  const count = policiesOf(set).length;
  if (count > 0 && set.SetIdentifier === undefined)
    throw invalidInput(`Invalid request: Missing field 'SetIdentifier' ${where}`);
  if (set.SetIdentifier !== undefined) refuseNotOne(listed(policies), count, where);
  if (set.MultiValueAnswer && set.AliasTarget) throw invalidInput("You can't create multivalue answer alias records.");
  const { GeoLocation: geo, GeoProximityLocation: proximity } = set;
  if (geo) {
    refuseNotOne('[ContinentCode, or CountryCode]', countOf(geo.ContinentCode, geo.CountryCode), where);
    if (!findGeoLocation(geo)) throw invalidInput(`Invalid request: Unsupported geographic location ${where}`);
  }
  if (proximity) {
    const { AWSRegion, LocalZoneGroup, Coordinates } = proximity;
    refuseNotOne('[AWSRegion, LocalZoneGroup, or Coordinates]', countOf(AWSRegion, LocalZoneGroup, Coordinates), where);
  }
}

function refuseNotOne(expected: string, count: number, where: string): void {
  if (count === 1) return;
  const found = count === 0 ? 'none' : 'more than one';
  throw invalidInput(`Invalid request: Expected exactly one of ${expected}, but found ${found} ${where}`);
}

function countOf(...values: unknown[]): number {
  return values.filter((value) => value !== undefined).length;
}

/** `[Weight, Region, or CidrRoutingConfig]` */
function listed(names: readonly string[]): string {
  return `[${names.slice(0, -1).join(', ')}, or ${names.at(-1)}]`;
}
