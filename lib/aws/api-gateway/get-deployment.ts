import 'server-only';
import { GetDeploymentCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { type AwsDeployment, reshapeDeployment } from './get-deployments';

/** One deployment of a REST API; null when there is none of that id. */
export function getDeployment(
  aws: Aws,
  at: { restApiId: string; deploymentId: string },
): Promise<AwsDeployment | null> {
  return unlessAbsent(null, async () => reshapeDeployment(await aws.apiGateway.send(new GetDeploymentCommand(at))));
}
