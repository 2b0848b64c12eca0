import {
  type GetHostedZoneLimitCommandInput,
  type GetHostedZoneLimitCommandOutput,
  HostedZoneLimitType,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { oneOf } from './one-of';
import { findZone, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZoneLimit.html; the sandbox's zones are all public. */
export function getHostedZoneLimit(
  context: Context,
  input: GetHostedZoneLimitCommandInput,
): Answer<GetHostedZoneLimitCommandOutput> {
  const Type = oneOf(Object.values(HostedZoneLimitType), input.Type, 'type');
  const zone = findZone(context, input.HostedZoneId);
  if (Type === 'MAX_VPCS_ASSOCIATED_BY_ZONE')
    throw new Failure(
      'HostedZoneNotPrivate',
      'The specified hosted zone is a public hosted zone, not a private hosted zone.',
    );
  return {
    Limit: { Type, Value: context.dials.maxRecordsPerZone },
    Count: zoneView(context, zone).ResourceRecordSetCount,
  };
}
