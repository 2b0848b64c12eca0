import 'server-only';
import { GetDeploymentsCommand, type Deployment as SdkDeployment } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { isoTime, required } from '../reshape';

/** A deployment as AWS knows it; what is in it, AWS doesn't tell. */
export interface AwsDeployment {
  id: string;
  description: string | null;
  /** ISO-8601. */
  createdAt: string;
}

/** All deployments of a REST API. */
export function getDeployments(aws: Aws, restApiId: string): Promise<AwsDeployment[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetDeploymentsCommand({ restApiId, limit: 500, position }));
    return { items: (page.items ?? []).map(reshapeDeployment), next: page.position };
  });
}

/** A deployment in our words. */
export function reshapeDeployment(deployment: SdkDeployment): AwsDeployment {
  return {
    id: required(deployment.id, 'id'),
    description: deployment.description || null,
    createdAt: required(isoTime(deployment.createdDate) ?? undefined, 'createdDate'),
  };
}
