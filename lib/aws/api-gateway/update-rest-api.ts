import 'server-only';
import { UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import type { WirePatch } from './wire-patch';

/**
 * Changes settings of a REST API. All patches hold, or none.
 *
 * @throws AwsError `not-found` when there is no such API; `invalid` for a value that AWS refuses
 */
export async function updateRestApi(aws: Aws, restApiId: string, patchOperations: WirePatch[]): Promise<void> {
  await aws.apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
}
