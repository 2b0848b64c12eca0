import type { DeleteMethodResponseCommandInput, DeleteMethodResponseCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findMethodResponse, putMethodIn } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethodResponse.html */
export function deleteMethodResponse(
  context: Context,
  input: DeleteMethodResponseCommandInput,
): Promise<Answer<DeleteMethodResponseCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method } = findMethodResponse(context, input, input.statusCode);
    const { [input.statusCode ?? '']: _gone, ...methodResponses } = method.methodResponses ?? {};
    putMethodIn(context, tx, input, resource, { ...method, methodResponses });
    return {};
  });
}
