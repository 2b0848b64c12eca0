import type { GetDocumentationPartCommandInput, GetDocumentationPartCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findDocumentationPart } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationPart.html */
export function getDocumentationPart(
  context: Context,
  input: GetDocumentationPartCommandInput,
): Answer<GetDocumentationPartCommandOutput> {
  return findDocumentationPart(context, input.restApiId, input.documentationPartId);
}
