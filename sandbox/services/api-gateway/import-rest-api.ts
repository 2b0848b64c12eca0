import type { EndpointType, ImportRestApiCommandInput, ImportRestApiCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { createRestApi } from './create-rest-api';
import { deleteRestApi } from './delete-rest-api';
import { findRestApi } from './find';
import { applyDocument } from './openapi/apply-document';
import { readImport } from './openapi/read-import';
import { withWarnings } from './put-rest-api';
import { badRequest } from './refusals';
import { restApiView } from './rest-api-view';

const endpointTypes: EndpointType[] = ['REGIONAL', 'EDGE', 'PRIVATE'];

/** https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html */
export async function importRestApi(
  context: Context,
  input: ImportRestApiCommandInput,
): Promise<Answer<ImportRestApiCommandOutput>> {
  const imported = readImport(input);
  const wanted = input.parameters?.endpointConfigurationTypes;
  const type = endpointTypes.find((each) => each === wanted);
  if (wanted !== undefined && !type)
    throw badRequest(`Invalid EndpointTypes specified. Valid options are ${endpointTypes.join(',')}`);
  const { id = '' } = await createRestApi(context, {
    name: imported.title ?? 'Imported API',
    ...(type === undefined ? {} : { endpointConfiguration: { types: [type] } }),
  });
  try {
    return await context.state.write((tx) => {
      const changed = applyDocument(context, tx, findRestApi(context, id), imported, 'overwrite');
      return withWarnings(restApiView(context, changed), imported.warnings);
    });
  } catch (error) {
    // A document that can't be makes no API.
    await deleteRestApi(context, { restApiId: id });
    throw error;
  }
}
