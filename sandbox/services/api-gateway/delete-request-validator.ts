import type {
  DeleteRequestValidatorCommandInput,
  DeleteRequestValidatorCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRequestValidator } from './find';
import { methodsOfApi } from './methods-of-api';
import { conflict } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRequestValidator.html */
export function deleteRequestValidator(
  context: Context,
  input: DeleteRequestValidatorCommandInput,
): Promise<Answer<DeleteRequestValidatorCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { id, name } = findRequestValidator(context, restApiId, input.requestValidatorId);
    const user = methodsOfApi(context, restApiId).find(({ method }) => method.requestValidatorId === id);
    if (user)
      throw conflict(`Cannot delete Request Validator '${name}', is referenced in method: ${user.verb}/${user.path}`);
    tx.remove('requestValidators', keyOf.requestValidator(context.scope, restApiId, id));
    return {};
  });
}
