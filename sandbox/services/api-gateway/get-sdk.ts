import type { GetSdkCommandInput, GetSdkCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { wholeSnapshot } from '../../data-plane/deployed-stage';
import { zip } from '../../zip';
import { findDeployment, findRestApi, findStage } from './find';
import { exportDocument } from './openapi/export-document';
import { badRequest } from './refusals';
import { documentFiles, javascriptFiles } from './sdk-files';
import { sdkTypes } from './sdk-types';

/** With the archive as plain bytes. */
type SdkAnswer = Omit<Answer<GetSdkCommandOutput>, 'body'> & { body: Uint8Array };

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_GetSdk.html: a client of what the stage serves, in JavaScript; for
 * the other languages the document to make one of.
 */
export function getSdk(context: Context, input: GetSdkCommandInput): SdkAnswer {
  const { restApiId = '', stageName = '', sdkType = '', parameters = {} } = input;
  const type = sdkTypes.find(({ id }) => id === sdkType);
  if (!type) throw badRequest(`Invalid SDK type specified: ${sdkType}`);
  findRestApi(context, restApiId);
  const { deploymentId } = findStage(context, restApiId, stageName);
  const missing = (type.configurationProperties ?? []).filter(({ name = '' }) => !parameters[name]);
  if (missing.length > 0)
    throw badRequest(`Missing required SDK parameters: ${missing.map(({ name }) => name).join(', ')}`);
  const { account, region } = context;
  const snapshot = wholeSnapshot(findDeployment(context, restApiId, deploymentId).snapshot);
  const document = exportDocument(
    { snapshot, restApiId, account, region, stageName, documentation: undefined },
    { flavour: 'oas30', has: () => false },
  );
  const url = `https://${restApiId}.execute-api.${region}.amazonaws.com/${stageName}`;
  const source = { title: snapshot.restApi.name ?? restApiId, url, document };
  const files = type.id === 'javascript' ? javascriptFiles(source) : documentFiles(type.id, source);
  const [, day, hour, minute] = /^(.+)T(\d\d):(\d\d)/.exec(new Date(context.now).toISOString()) ?? [];
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${type.id}_${day}_${hour}-${minute}Z.zip"`,
    body: zip(files),
  };
}
