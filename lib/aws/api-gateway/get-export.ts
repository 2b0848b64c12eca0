import 'server-only';
import { GetExportCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { required } from '../reshape';

/**
 * What a stage serves, as an OpenAPI 3.0 document with API Gateway's extensions. It is the stage's deployment, not the working copy.
 *
 * @throws AwsError `not-found` when there is no such stage; `invalid` for models that can't be exported
 * @throws SyntaxError when the answer isn't JSON
 */
export async function getExport(aws: Aws, at: { restApiId: string; stage: string }): Promise<unknown> {
  const command = new GetExportCommand({
    restApiId: at.restApiId,
    stageName: at.stage,
    exportType: 'oas30',
    parameters: { extensions: 'apigateway' },
    accepts: 'application/json',
  });
  const { body } = await aws.apiGateway.send(command);
  return JSON.parse(new TextDecoder().decode(required(body, 'body')));
}
