import type { GetHostedZoneLimitCommandInput, GetHostedZoneLimitCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { limits } from './limits';
import { invalidInput } from './refusals';
import { findZone, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZoneLimit.html */
export function getHostedZoneLimit(
  context: Context,
  { HostedZoneId, Type }: GetHostedZoneLimitCommandInput,
): Answer<GetHostedZoneLimitCommandOutput> {
  const zone = findZone(context, HostedZoneId);
  if (Type !== 'MAX_RRSETS_BY_ZONE' && Type !== 'MAX_VPCS_ASSOCIATED_BY_ZONE')
    throw invalidInput(`Invalid limit type: ${Type}`);
  if (Type === 'MAX_VPCS_ASSOCIATED_BY_ZONE') return { Limit: { Type, Value: 300 }, Count: 0 };
  return { Limit: { Type, Value: limits[Type] }, Count: zoneView(context, zone).ResourceRecordSetCount };
}
