import type {
  IntegrationResponse,
  UpdateIntegrationResponseCommandInput,
  UpdateIntegrationResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { checkedIntegrationResponse } from './integration-response-checks';
import { findIntegration, own, putMethodIn } from './methods';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, mapRule, missingEntry, wordRule } from './patch-rules';
import { notFound } from './refusals';
import { refuseBadStatusCode } from './status-code';

const rules: PatchRules<IntegrationResponse> = {
  '/contentHandling': wordRule('contentHandling', ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'], 'content handling'),
  '/responseParameters/{key}': mapRule('responseParameters', missingEntry.parameter),
  '/responseTemplates/{key}': mapRule('responseTemplates', missingEntry.contentType),
  '/selectionPattern': clearableRule('selectionPattern'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegrationResponse.html */
export function updateIntegrationResponse(
  context: Context,
  input: UpdateIntegrationResponseCommandInput,
): Promise<Answer<UpdateIntegrationResponseCommandOutput>> {
  refuseBadStatusCode(input.statusCode);
  return context.state.write((tx) => {
    const { statusCode = '' } = input;
    const { resource, method, integration } = findIntegration(context, input);
    const response = own(integration.integrationResponses, statusCode);
    if (!response) throw notFound('Invalid Response status code specified');
    const patched = applyPatch(response, input.patchOperations, rules, 'updateIntegrationResponseInput');
    const updated = checkedIntegrationResponse(patched, method);
    const integrationResponses = { ...integration.integrationResponses, [statusCode]: updated };
    putMethodIn(context, tx, input, resource, {
      ...method,
      methodIntegration: { ...integration, integrationResponses },
    });
    return updated;
  });
}
