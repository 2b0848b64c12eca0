import type { PutRestApiCommandInput, PutRestApiCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findRestApi } from './find';
import { applyDocument } from './openapi/apply-document';
import { readImport } from './openapi/read-import';
import { restApiView } from './rest-api-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutRestApi.html: all of the document, or nothing. */
export function putRestApi(context: Context, input: PutRestApiCommandInput): Promise<Answer<PutRestApiCommandOutput>> {
  const { mode = 'merge' } = input;
  return context.state.write((tx) => {
    const restApi = findRestApi(context, input.restApiId);
    const imported = readImport(input);
    const changed = applyDocument(context, tx, restApi, imported, mode);
    return withWarnings(restApiView(context, changed), imported.warnings);
  });
}

export function withWarnings<T extends object>(restApi: T, warnings: string[]): T & { warnings?: string[] } {
  return warnings.length > 0 ? { ...restApi, warnings } : restApi;
}
