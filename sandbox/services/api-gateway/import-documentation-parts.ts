import type {
  ImportDocumentationPartsCommandInput,
  ImportDocumentationPartsCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { documentationOf } from './documentation/documentation-of';
import { putDocumentationParts } from './documentation/put-parts';
import { findRestApi } from './find';
import { flavourOf } from './openapi/flavour';
import type { Json } from './openapi/json';
import { parseDocument } from './openapi/read-document';
import { refuseWarnings } from './openapi/read-import';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_ImportDocumentationParts.html */
export function importDocumentationParts(
  context: Context,
  input: ImportDocumentationPartsCommandInput,
): Promise<Answer<ImportDocumentationPartsCommandOutput>> {
  const { mode = 'merge', failOnWarnings = false } = input;
  return context.state.write((tx) => {
    const { id: restApiId } = findRestApi(context, input.restApiId);
    const warnings: string[] = [];
    // Off the wire it is always bytes.
    const parts = documentationOf(parsed(input.body as Uint8Array | undefined), warnings);
    refuseWarnings(warnings, failOnWarnings);
    const ids = putDocumentationParts({ context, tx, restApiId }, parts, mode);
    return { ids, ...(warnings.length > 0 ? { warnings } : {}) };
  });
}

function parsed(body: Uint8Array | undefined): Json {
  const document = parseDocument(Buffer.from(body ?? '').toString('utf8'));
  if (!document || !flavourOf(document)) throw badRequest('Unable to build importer with provided input.');
  return document;
}
