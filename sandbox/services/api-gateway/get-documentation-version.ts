import type {
  GetDocumentationVersionCommandInput,
  GetDocumentationVersionCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findDocumentationVersion } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersion.html */
export function getDocumentationVersion(
  context: Context,
  input: GetDocumentationVersionCommandInput,
): Answer<GetDocumentationVersionCommandOutput> {
  return findDocumentationVersion(context, input.restApiId, input.documentationVersion).version;
}
