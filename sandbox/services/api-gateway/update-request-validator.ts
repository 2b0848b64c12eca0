import type {
  UpdateRequestValidatorCommandInput,
  UpdateRequestValidatorCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredRequestValidator } from '../../model';
import { keyOf } from '../../scope';
import { findRequestValidator } from './find';
import { applyPatch, type PatchRules } from './patch';
import { flagRule, textRule } from './patch-rules';
import { listedWords } from './patch-words';
import { badRequest } from './refusals';

/** In the order in which AWS prints them. */
const rules: PatchRules<StoredRequestValidator> = {
  '/name': textRule('name'),
  '/validateRequestParameters': flagRule('validateRequestParameters'),
  '/validateRequestBody': flagRule('validateRequestBody'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRequestValidator.html */
export function updateRequestValidator(
  context: Context,
  input: UpdateRequestValidatorCommandInput,
): Promise<Answer<UpdateRequestValidatorCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findRequestValidator(context, restApiId, input.requestValidatorId);
    const words = listedWords(Object.keys(rules));
    const after = applyPatch(before, input.patchOperations, rules, 'updateRequestValidatorInput', words);
    if (after.name === '') throw badRequest('Request Validator name cannot be blank');
    tx.put('requestValidators', keyOf.requestValidator(context.scope, restApiId, before.id), after);
    return after;
  });
}
