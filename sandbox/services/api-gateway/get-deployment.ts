import type { GetDeploymentCommandInput, GetDeploymentCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { deploymentView } from './deployment-view';
import { findDeployment } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html */
export function getDeployment(context: Context, input: GetDeploymentCommandInput): Answer<GetDeploymentCommandOutput> {
  return deploymentView(findDeployment(context, input.restApiId, input.deploymentId), input.embed);
}
