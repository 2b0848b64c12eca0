import type {
  MethodResponse,
  UpdateMethodResponseCommandInput,
  UpdateMethodResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { refuseBadResponseParameters } from './mapping-expression';
import { refuseUnknownModels } from './method-checks';
import { findMethodResponse, putMethodIn } from './methods';
import { applyPatch, type PatchRules } from './patch';
import { mapRule, missingEntry } from './patch-rules';
import { refuseBadStatusCode } from './status-code';
import { withoutEmpty } from './without-empty';

const rules: PatchRules<MethodResponse> = {
  '/responseParameters/{key}': mapRule('responseParameters', missingEntry.parameter, (text) => text === 'true'),
  '/responseModels/{key}': mapRule('responseModels', missingEntry.contentType),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethodResponse.html, which answers 201. */
export function updateMethodResponse(
  context: Context,
  input: UpdateMethodResponseCommandInput,
): Promise<Answer<UpdateMethodResponseCommandOutput>> {
  refuseBadStatusCode(input.statusCode);
  return context.state.write((tx) => {
    const { restApiId = '', statusCode = '' } = input;
    const { resource, method, response } = findMethodResponse(context, input, statusCode);
    const updated = withoutEmpty(applyPatch(response, input.patchOperations, rules, 'updateMethodResponseInput'));
    refuseBadResponseParameters(updated.responseParameters);
    refuseUnknownModels(context, restApiId, updated.responseModels);
    const methodResponses = { ...method.methodResponses, [statusCode]: updated };
    putMethodIn(context, tx, input, resource, { ...method, methodResponses });
    return updated;
  });
}
