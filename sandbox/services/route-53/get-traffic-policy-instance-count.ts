import type { GetTrafficPolicyInstanceCountCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetTrafficPolicyInstanceCount.html: the sandbox has none. */
export function getTrafficPolicyInstanceCount(_context: Context): Answer<GetTrafficPolicyInstanceCountCommandOutput> {
  return { TrafficPolicyInstanceCount: 0 };
}
