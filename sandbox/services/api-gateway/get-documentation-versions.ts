import type {
  GetDocumentationVersionsCommandInput,
  GetDocumentationVersionsCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersions.html */
export function getDocumentationVersions(
  context: Context,
  input: GetDocumentationVersionsCommandInput,
): Answer<GetDocumentationVersionsCommandOutput> {
  const { id } = findRestApi(context, input.restApiId);
  const all = context.state.list('documentationVersions', keyOf.documentationVersion(context.scope, id));
  return page(
    all.map(({ version }) => version),
    input,
  );
}
