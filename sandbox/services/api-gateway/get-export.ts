import type { GetExportCommandInput, GetExportCommandOutput } from '@aws-sdk/client-api-gateway';
import { stringify } from 'yaml';
import type { Answer, Context } from '../../context';
import { wholeSnapshot } from '../../data-plane/deployed-stage';
import { keyOf } from '../../scope';
import { findDeployment, findRestApi, findStage } from './find';
import { exportDocument, versionOf } from './openapi/export-document';
import { badRequest } from './refusals';

const flavours = ['oas30', 'swagger'] as const;
/** `integrations` brings the validators along; `apigateway` everything. */
const implied: Record<string, string[]> = {
  apigateway: ['integrations', 'authorizers', 'validators', 'gatewayresponses'],
  integrations: ['integrations'],
};

/** With the document as plain bytes. */
type ExportAnswer = Omit<Answer<GetExportCommandOutput>, 'body'> & { body: Uint8Array };

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetExport.html: what the stage serves, not the working copy. */
export function getExport(context: Context, input: GetExportCommandInput): ExportAnswer {
  const { restApiId = '', stageName = '', exportType = '', accepts = 'application/json', parameters = {} } = input;
  const flavour = flavours.find((each) => each === exportType);
  if (!flavour) throw badRequest(`Invalid export type specified: ${exportType}. Must be one of: [oas30, swagger]`);
  const isYaml = accepts.includes('yaml');
  if (!isYaml && !/json|\*\/\*/.test(accepts)) throw badRequest(`Invalid content type specified: ${accepts}`);
  findRestApi(context, restApiId);
  const stage = findStage(context, restApiId, stageName);
  const snapshot = wholeSnapshot(findDeployment(context, restApiId, stage.deploymentId).snapshot);
  const wanted = (parameters.extensions ?? '').split(',').map((each) => each.trim());
  const extensions = new Set(wanted.flatMap((each) => [each, ...(implied[each] ?? [])]));
  const { documentationVersion = '' } = stage;
  const documentation = context.state.get(
    'documentationVersions',
    keyOf.documentationVersion(context.scope, restApiId, documentationVersion),
  );
  const document = exportDocument(
    { snapshot, restApiId, account: context.account, region: context.region, stageName, documentation },
    { flavour, has: (extension) => extensions.has(extension) },
  );
  const text = isYaml ? stringify(document) : JSON.stringify(document, null, 2);
  const fileName = `${flavour}_${versionOf(snapshot.restApi)}.${isYaml ? 'yaml' : 'json'}`;
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${fileName}"`,
    body: Buffer.from(text),
  };
}
