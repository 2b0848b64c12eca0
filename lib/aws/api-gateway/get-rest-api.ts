import 'server-only';
import { GetRestApiCommand, type RestApi } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';

/**
 * A REST API's own settings, in AWS's words.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export async function getRestApi(aws: Aws, restApiId: string): Promise<RestApi> {
  return aws.apiGateway.send(new GetRestApiCommand({ restApiId }));
}
