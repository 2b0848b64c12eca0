import {
  ChangeAction,
  ResourceRecordSetFailover,
  ResourceRecordSetRegion,
  TagResourceType,
  VPCRegion,
} from '@aws-sdk/client-route-53';
import type { FacetsByMember } from '../../protocol/xml-facets';

/** In the order in which AWS names them. */
export const recordTypes = [
  'SOA',
  'A',
  'TXT',
  'NS',
  'CNAME',
  'MX',
  'NAPTR',
  'PTR',
  'SRV',
  'SPF',
  'AAAA',
  'CAA',
  'DS',
  'TLSA',
  'SSHFP',
  'SVCB',
  'HTTPS',
];

export const taggedTypes: string[] = Object.values(TagResourceType);

const name = { type: 'DNSName', maxLength: 1024 };
const id = { type: 'ResourceId', maxLength: 32 };
const nonce = { type: 'Nonce', minLength: 1, maxLength: 128 };
const comment = { type: 'ResourceDescription', maxLength: 256 };

/** From Route 53's model: what the SDK's schemas leave out. */
export const facets: FacetsByMember = {
  'ChangeBatch.Comment': comment,
  'Change.Action': { enumeration: Object.values(ChangeAction) },
  'ResourceRecordSet.Name': name,
  'ResourceRecordSet.Type': { enumeration: recordTypes },
  'ResourceRecordSet.SetIdentifier': { type: 'ResourceRecordSetIdentifier', minLength: 1, maxLength: 128 },
  'ResourceRecordSet.Weight': { type: 'ResourceRecordSetWeight', minInclusive: 0, maxInclusive: 255 },
  'ResourceRecordSet.Region': { enumeration: Object.values(ResourceRecordSetRegion) },
  'ResourceRecordSet.Failover': { enumeration: Object.values(ResourceRecordSetFailover) },
  'ResourceRecordSet.TTL': { type: 'TTL', minInclusive: 0, maxInclusive: 2_147_483_647 },
  'ResourceRecordSet.HealthCheckId': { type: 'HealthCheckId', maxLength: 64 },
  'ResourceRecordSet.TrafficPolicyInstanceId': { type: 'TrafficPolicyInstanceId', minLength: 1, maxLength: 36 },
  'ResourceRecord.Value': { type: 'RData', maxLength: 4000 },
  'AliasTarget.HostedZoneId': id,
  'AliasTarget.DNSName': name,
  'GeoLocation.ContinentCode': { type: 'GeoLocationContinentCode', minLength: 2, maxLength: 2 },
  'GeoLocation.CountryCode': { type: 'GeoLocationCountryCode', minLength: 1, maxLength: 2 },
  'GeoLocation.SubdivisionCode': { type: 'GeoLocationSubdivisionCode', minLength: 1, maxLength: 3 },
  'GeoProximityLocation.AWSRegion': { type: 'AWSRegion', minLength: 1, maxLength: 64 },
  'GeoProximityLocation.LocalZoneGroup': { type: 'LocalZoneGroup', minLength: 1, maxLength: 64 },
  'GeoProximityLocation.Bias': { type: 'Bias', minInclusive: -99, maxInclusive: 99 },
  'Coordinates.Latitude': { type: 'Latitude', maxLength: 6, pattern: /^[-+]?[0-9]{1,2}(\.[0-9]{0,2})?$/ },
  'Coordinates.Longitude': { type: 'Longitude', maxLength: 7, pattern: /^[-+]?[0-9]{1,3}(\.[0-9]{0,2})?$/ },
  'CidrRoutingConfig.CollectionId': { type: 'UUID', pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/ },
  'CidrRoutingConfig.LocationName': {
    type: 'CidrLocationNameDefaultAllowed',
    minLength: 1,
    maxLength: 16,
    pattern: /^[0-9A-Za-z_\-*]+$/,
  },
  'CreateHostedZoneRequest.Name': name,
  'CreateHostedZoneRequest.CallerReference': nonce,
  'CreateHostedZoneRequest.DelegationSetId': id,
  'HostedZoneConfig.Comment': comment,
  'VPC.VPCRegion': { enumeration: Object.values(VPCRegion) },
  'VPC.VPCId': { type: 'VPCId', maxLength: 1024 },
  'UpdateHostedZoneCommentRequest.Comment': comment,
  'CreateReusableDelegationSetRequest.CallerReference': nonce,
  'CreateReusableDelegationSetRequest.HostedZoneId': id,
  'Tag.Key': { type: 'TagKey', maxLength: 128 },
  'Tag.Value': { type: 'TagValue', maxLength: 256 },
  'ChangeTagsForResourceRequest.RemoveTagKeys': { type: 'TagKey', maxLength: 128 },
};
