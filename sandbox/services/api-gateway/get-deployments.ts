import type { GetDeploymentsCommandInput, GetDeploymentsCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployments.html; the newest first. */
export function getDeployments(
  context: Context,
  input: GetDeploymentsCommandInput,
): Answer<GetDeploymentsCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  const deployments = context.state
    .list('deployments', keyOf.deployment(context.scope, id))
    .map((stored) => stored.deployment);
  deployments.sort((a, b) => (b.createdDate?.getTime() ?? 0) - (a.createdDate?.getTime() ?? 0));
  return page(deployments, input);
}
