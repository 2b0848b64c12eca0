import type { CreateDeploymentCommandInput, CreateDeploymentCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredResource } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { deploymentSnapshot } from './deployment-snapshot';
import { findRestApi } from './find';
import { newStage, refuseBadStage, refuseTooManyStages } from './new-stage';
import { randomId } from './random-id';
import { badRequest } from './refusals';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html: keeps an immutable copy of the API; with
 * `stageName` it makes that stage or leads it to the copy.
 */
export function createDeployment(
  context: Context,
  input: CreateDeploymentCommandInput,
): Promise<Answer<CreateDeploymentCommandOutput>> {
  if (input.canarySettings) throw new Failure('NotImplementedException', 'The sandbox has no canary deployments.', 501);
  return context.state.write((tx) => {
    const restApi = findRestApi(context, input.restApiId);
    const snapshot = deploymentSnapshot(context, restApi);
    refuseUndeployable(snapshot.resources);
    const deployment = defined({
      id: randomId(6),
      description: input.description || undefined,
      createdDate: new Date(context.now),
    });
    tx.put('deployments', keyOf.deployment(context.scope, restApi.id, deployment.id), {
      deployment,
      snapshot,
    });
    if (input.stageName) {
      const {
        stageName,
        variables,
        stageDescription: description,
        tracingEnabled,
        cacheClusterEnabled,
        cacheClusterSize,
      } = input;
      const settings = defined({ variables, description, tracingEnabled, cacheClusterEnabled, cacheClusterSize });
      const key = keyOf.stage(context.scope, restApi.id, stageName);
      const present = context.state.get('stages', key);
      if (!present) refuseTooManyStages(context, restApi.id);
      refuseBadStage({ stageName, variables });
      const stage = present ?? newStage(context, { stageName, deploymentId: deployment.id });
      tx.put('stages', key, {
        ...stage,
        ...settings,
        deploymentId: deployment.id,
        lastUpdatedDate: new Date(context.now),
      });
    }
    return deployment;
  });
}

function refuseUndeployable(resources: StoredResource[]): void {
  const methods = resources.flatMap((resource) => Object.values(resource.resourceMethods ?? {}));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some((method) => !method.methodIntegration)) throw badRequest('No integration defined for method');
}
