import 'server-only';
import { UpdateIntegrationCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import type { WirePatch } from './wire-patch';

/**
 * Changes fields of an integration; its type can't be changed, that takes `putIntegration`. All patches hold, or none.
 *
 * @throws AwsError `not-found` when there is no such integration; `invalid` for a mapping, URI or timeout that AWS refuses
 */
export async function updateIntegration(aws: Aws, at: MethodAddress, patchOperations: WirePatch[]): Promise<void> {
  await aws.apiGateway.send(new UpdateIntegrationCommand({ ...addressed(at), patchOperations }));
}
