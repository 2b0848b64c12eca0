import type {
  DeleteIntegrationResponseCommandInput,
  DeleteIntegrationResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findResource } from './find';
import { own, putMethodIn } from './methods';
import { notFound } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegrationResponse.html */
export function deleteIntegrationResponse(
  context: Context,
  input: DeleteIntegrationResponseCommandInput,
): Promise<Answer<DeleteIntegrationResponseCommandOutput>> {
  return context.state.write((tx) => {
    const resource = findResource(context, input.restApiId, input.resourceId);
    const method = own(resource.resourceMethods, input.httpMethod ?? '');
    const integration = method?.methodIntegration;
    // Here even a missing method is told as a missing integration (facts 7.1, 3).
    if (!integration) throw notFound('Invalid Integration identifier specified');
    const { [input.statusCode ?? '']: _gone, ...integrationResponses } = integration.integrationResponses ?? {};
    if (!own(integration.integrationResponses, input.statusCode ?? ''))
      throw notFound('Invalid Response status code specified');
    putMethodIn(context, tx, input, resource, {
      ...method,
      methodIntegration: { ...integration, integrationResponses },
    });
    return {};
  });
}
