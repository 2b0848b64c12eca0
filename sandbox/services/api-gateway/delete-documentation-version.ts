import type {
  DeleteDocumentationVersionCommandInput,
  DeleteDocumentationVersionCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDocumentationVersion } from './find';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationVersion.html: refused while a stage shows it. */
export function deleteDocumentationVersion(
  context: Context,
  input: DeleteDocumentationVersionCommandInput,
): Promise<Answer<DeleteDocumentationVersionCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { version } = findDocumentationVersion(context, restApiId, input.documentationVersion).version;
    const stages = context.state.list('stages', keyOf.stage(context.scope, restApiId));
    // After AWS's words for deployments; its own for this aren't known.
    if (stages.some((stage) => stage.documentationVersion === version))
      throw badRequest('Active stages pointing to this documentation version must be moved or deleted');
    tx.remove('documentationVersions', keyOf.documentationVersion(context.scope, restApiId, version));
    return {};
  });
}
