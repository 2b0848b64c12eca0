import type { DeleteRestApiCommandInput, DeleteRestApiCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { mappingsTo } from './mapping-target';
import { badRequest } from './refusals';
import { plansOfStage } from './usage-plan-checks';

/** Their keys begin with the API's. */
const parts = [
  'resources',
  'authorizers',
  'models',
  'requestValidators',
  'gatewayResponses',
  'documentationParts',
  'documentationVersions',
  'deployments',
  'stages',
] as const;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRestApi.html: all its things go with it. */
export function deleteRestApi(
  context: Context,
  input: DeleteRestApiCommandInput,
): Promise<Answer<DeleteRestApiCommandOutput>> {
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    if (mappingsTo(context, id).length > 0) {
      throw badRequest(
        `Deleting RestApi ${id} failed. Please remove all base path mappings related to the RestApi in your domains.`,
      );
    }
    const plans = plansOfStage(context, id).map((plan) => plan.id);
    if (plans.length > 0)
      throw badRequest(`Deleting RestApi ${id} failed. Please remove its stages from usage plans: ${plans.join(', ')}`);
    for (const collection of parts) {
      for (const key of [...context.state.keys(collection, `${keyOf.restApi(context.scope, id)}/`)])
        tx.remove(collection, key);
    }
    tx.remove('restApis', keyOf.restApi(context.scope, id));
    return {};
  });
}
