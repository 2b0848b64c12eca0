import type { DeleteDeploymentCommandInput, DeleteDeploymentCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDeployment } from './find';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDeployment.html */
export function deleteDeployment(
  context: Context,
  input: DeleteDeploymentCommandInput,
): Promise<Answer<DeleteDeploymentCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { deployment } = findDeployment(context, restApiId, input.deploymentId);
    const stages = context.state.list('stages', keyOf.stage(context.scope, restApiId));
    if (stages.some((stage) => stage.deploymentId === deployment.id)) {
      throw badRequest('Active stages pointing to this deployment must be moved or deleted');
    }
    if (stages.some((stage) => stage.canarySettings?.deploymentId === deployment.id)) {
      throw badRequest('Active stages with canary settings pointing to this deployment must be moved or deleted');
    }
    tx.remove('deployments', keyOf.deployment(context.scope, restApiId, deployment.id));
    return {};
  });
}
