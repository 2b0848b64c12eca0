import type { DeleteMethodCommandInput, DeleteMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findMethod, putMethodIn } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethod.html */
export function deleteMethod(
  context: Context,
  input: DeleteMethodCommandInput,
): Promise<Answer<DeleteMethodCommandOutput>> {
  return context.state.write((tx) => {
    const { resource } = findMethod(context, input);
    putMethodIn(context, tx, input, resource, undefined);
    return {};
  });
}
