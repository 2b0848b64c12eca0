import type { GetHostedZoneCommandInput, GetHostedZoneCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { delegationSetOf } from './delegation-set';
import { findZone, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html */
export function getHostedZone(context: Context, input: GetHostedZoneCommandInput): Answer<GetHostedZoneCommandOutput> {
  const stored = findZone(context, input.Id);
  return { HostedZone: zoneView(context, stored), DelegationSet: delegationSetOf(context, stored) };
}
