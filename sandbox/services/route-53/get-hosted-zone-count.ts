import type { GetHostedZoneCountCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZoneCount.html */
export function getHostedZoneCount({ state, account }: Context): Answer<GetHostedZoneCountCommandOutput> {
  return { HostedZoneCount: state.count('zones', keyOf.zone(account)) };
}
