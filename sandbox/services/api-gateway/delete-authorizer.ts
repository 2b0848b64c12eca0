import type { DeleteAuthorizerCommandInput, DeleteAuthorizerCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findAuthorizer } from './find';
import { methodsOfApi } from './methods-of-api';
import { conflict } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteAuthorizer.html */
export function deleteAuthorizer(
  context: Context,
  input: DeleteAuthorizerCommandInput,
): Promise<Answer<DeleteAuthorizerCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { id, name } = findAuthorizer(context, restApiId, input.authorizerId);
    const user = methodsOfApi(context, restApiId).find(({ method }) => method.authorizerId === id);
    // hashicorp/terraform-provider-aws issue 14812 shows the words.
    if (user) throw conflict(`Cannot delete authorizer '${name}', is referenced in method: ${user.verb}/${user.path}`);
    tx.remove('authorizers', keyOf.authorizer(context.scope, restApiId, id));
    return {};
  });
}
