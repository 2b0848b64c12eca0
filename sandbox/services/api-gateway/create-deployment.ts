import type { CreateDeploymentCommandInput, CreateDeploymentCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredResource } from '../../model';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { deployToCanary, deployToStage, refuseCanaryWithoutStage } from './deploy-to-stage';
import { deploymentSnapshot } from './deployment-snapshot';
import { findRestApi } from './find';
import { randomId } from './random-id';
import { badRequest } from './refusals';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html: keeps an immutable copy of the API; with
 * `stageName` it makes that stage or leads it, or its canary, to the copy.
 */
export function createDeployment(
  context: Context,
  input: CreateDeploymentCommandInput,
): Promise<Answer<CreateDeploymentCommandOutput>> {
  return context.state.write((tx) => {
    const restApi = findRestApi(context, input.restApiId);
    if (input.canarySettings) refuseCanaryWithoutStage(context, restApi.id, input.stageName);
    const snapshot = deploymentSnapshot(context, restApi);
    refuseUndeployable(snapshot.resources);
    const deployment = defined({
      id: randomId(6),
      description: input.description || undefined,
      createdDate: new Date(context.now),
    });
    tx.put('deployments', keyOf.deployment(context.scope, restApi.id, deployment.id), { deployment, snapshot });
    if (input.stageName) {
      const deploy = input.canarySettings ? deployToCanary : deployToStage;
      deploy(context, tx, restApi.id, input, deployment.id);
    }
    return deployment;
  });
}

function refuseUndeployable(resources: StoredResource[]): void {
  const methods = resources.flatMap((resource) => Object.values(resource.resourceMethods ?? {}));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some((method) => !method.methodIntegration)) throw badRequest('No integration defined for method');
}
