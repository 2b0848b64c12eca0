import type {
  CreateDocumentationVersionCommandInput,
  CreateDocumentationVersionCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { findRestApi, findStage } from './find';
import { badRequest, conflict } from './refusals';

/** Ours: AWS documents none. */
const maxLength = 128;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationVersion.html: keeps the parts as they are now, and leads a stage to them. */
export function createDocumentationVersion(
  context: Context,
  input: CreateDocumentationVersionCommandInput,
): Promise<Answer<CreateDocumentationVersionCommandOutput>> {
  return context.state.write((tx) => {
    const { id: restApiId } = findRestApi(context, input.restApiId);
    const { documentationVersion = '', description, stageName } = input;
    if (documentationVersion === '') throw badRequest('Documentation version must be non-empty');
    if (documentationVersion.length > maxLength)
      throw badRequest(`Documentation version can be at most ${maxLength} characters`);
    const key = keyOf.documentationVersion(context.scope, restApiId, documentationVersion);
    if (context.state.get('documentationVersions', key)) throw conflict('Documentation version already exists');
    if (stageName) {
      const stage = findStage(context, restApiId, stageName);
      const lastUpdatedDate = new Date(context.now);
      tx.put('stages', keyOf.stage(context.scope, restApiId, stageName), {
        ...stage,
        documentationVersion,
        lastUpdatedDate,
      });
    }
    const parts = context.state.list('documentationParts', keyOf.documentationPart(context.scope, restApiId));
    const version = defined({
      version: documentationVersion,
      createdDate: new Date(context.now),
      description: description || undefined,
    });
    tx.put('documentationVersions', key, { version, parts });
    return version;
  });
}
