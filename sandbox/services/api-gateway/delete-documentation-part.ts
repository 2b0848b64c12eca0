import type {
  DeleteDocumentationPartCommandInput,
  DeleteDocumentationPartCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDocumentationPart, findRestApi } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationPart.html */
export function deleteDocumentationPart(
  context: Context,
  input: DeleteDocumentationPartCommandInput,
): Promise<Answer<DeleteDocumentationPartCommandOutput>> {
  return context.state.write((tx) => {
    const { id: restApiId } = findRestApi(context, input.restApiId);
    const { id } = findDocumentationPart(context, restApiId, input.documentationPartId);
    tx.remove('documentationParts', keyOf.documentationPart(context.scope, restApiId, id));
    return {};
  });
}
