import type {
  PutIntegrationResponseCommandInput,
  PutIntegrationResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { checkedIntegrationResponse } from './integration-response-checks';
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
    const response = checkedIntegrationResponse(
      defined({ statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling }),
      method,
    );
    const integrationResponses = { ...integration.integrationResponses, [statusCode]: response };
    putMethodIn(context, tx, input, resource, {
      ...method,
      methodIntegration: { ...integration, integrationResponses },
    });
    return response;
  });
}
