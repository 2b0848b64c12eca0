import type { DeleteResourceCommandInput, DeleteResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findResource } from './find';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html: the whole subtree goes. */
export function deleteResource(
  context: Context,
  input: DeleteResourceCommandInput,
): Promise<Answer<DeleteResourceCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const doomed = findResource(context, restApiId, input.resourceId);
    if (!doomed.parentId) throw badRequest('Root resource cannot be deleted.');
    for (const { key, value } of [...context.state.entries('resources', keyOf.resource(context.scope, restApiId))]) {
      if (value.id === doomed.id || value.path.startsWith(`${doomed.path}/`)) tx.remove('resources', key);
    }
    return {};
  });
}
