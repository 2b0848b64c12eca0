import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Context } from '../../context';
import { regionalZoneId, regionalZoneIds } from '../api-gateway/regional-zone-ids';
import { BadName, liesWithin, normaliseName } from './record-name';

const cloudFrontZoneId = 'Z2FDTNDATAQYW2';
const executeApi = /^[a-z0-9-]+\.execute-api\.([a-z0-9-]+)\.amazonaws\.com\.$/;

/** How the records of the zone being changed look at this point of the batch. */
export interface AliasZone {
  zoneId: string;
  zoneName: string;
  has(name: string, type: string): boolean;
}

/**
 * What is wrong with an alias target (facts 9.1, 9.6). Targets of API Gateway are checked to the letter; those of other
 * services of AWS, which the sandbox doesn't have, are believed.
 */
export function aliasProblems(context: Context, zone: AliasZone, set: ResourceRecordSet): string[] {
  const target = set.AliasTarget;
  if (!target?.DNSName || !target.HostedZoneId) return [];
  const tried = `Tried to create an alias that targets`;
  try {
    const name = normaliseName(target.DNSName);
    const subject = `${tried} ${name}, type ${set.Type} in zone ${target.HostedZoneId}, but`;
    const astray = `${subject} the alias target name does not lie within the target zone`;
    const missing = `${subject} that target was not found`;
    if (target.HostedZoneId === zone.zoneId) {
      if (!liesWithin(name, zone.zoneName)) return [astray, missing];
      return zone.has(name, set.Type ?? '') ? [] : [missing];
    }
    const [, region] = executeApi.exec(name) ?? [];
    if (region !== undefined) {
      if (regionalZoneId(region) !== target.HostedZoneId) return [astray, missing];
      return isRegionalDomain(context, name) ? [] : [missing];
    }
    const otherService =
      name.endsWith('.amazonaws.com.') ||
      (name.endsWith('.cloudfront.net.') && target.HostedZoneId === cloudFrontZoneId);
    const ownedByApiGateway = Object.values(regionalZoneIds).includes(target.HostedZoneId);
    return otherService && !ownedByApiGateway ? [] : [astray, missing];
  } catch (error) {
    if (error instanceof BadName) return [error.message];
    throw error;
  }
}

function isRegionalDomain(context: Context, name: string): boolean {
  // Of whichever account: an alias may lead to another one's domain.
  const domains = context.state.entries('domainNames');
  return [...domains].some(({ value }) => `${value.regionalDomainName}.` === name);
}
