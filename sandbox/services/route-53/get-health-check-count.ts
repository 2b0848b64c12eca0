import type { GetHealthCheckCountCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckCount.html: the sandbox has none. */
export function getHealthCheckCount(_context: Context): Answer<GetHealthCheckCountCommandOutput> {
  return { HealthCheckCount: 0 };
}
