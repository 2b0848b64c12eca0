import type { DeleteIntegrationCommandInput, DeleteIntegrationCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findIntegration, putMethodIn } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegration.html */
export function deleteIntegration(
  context: Context,
  input: DeleteIntegrationCommandInput,
): Promise<Answer<DeleteIntegrationCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method } = findIntegration(context, input);
    const { methodIntegration: _gone, ...rest } = method;
    putMethodIn(context, tx, input, resource, rest);
    return {};
  });
}
