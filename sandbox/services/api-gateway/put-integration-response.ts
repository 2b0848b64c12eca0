import type {
  PutIntegrationResponseCommandInput,
  PutIntegrationResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { refuseBadContentTypes, refuseBadResponseMappings } from './mapping-expression';
import { findIntegration, putMethodIn } from './methods';
import { refuseBadStatusCode } from './status-code';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html */
export function putIntegrationResponse(
  context: Context,
  input: PutIntegrationResponseCommandInput,
): Promise<Answer<PutIntegrationResponseCommandOutput>> {
  refuseBadStatusCode(input.statusCode);
  return context.state.write((tx) => {
    const { resource, method, integration } = findIntegration(context, input);
    const { statusCode = '', selectionPattern, responseParameters, responseTemplates, contentHandling } = input;
    refuseBadResponseMappings(responseParameters, method.methodResponses?.[statusCode]);
    refuseBadContentTypes(responseTemplates);
    const response = defined({ statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling });
    const integrationResponses = { ...integration.integrationResponses, [statusCode]: response };
    putMethodIn(context, tx, input, resource, {
      ...method,
      methodIntegration: { ...integration, integrationResponses },
    });
    return response;
  });
}
