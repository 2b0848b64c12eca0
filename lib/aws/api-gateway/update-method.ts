import 'server-only';
import { UpdateMethodCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import type { WirePatch } from './wire-patch';

/**
 * Changes fields of a method. All patches hold, or none.
 *
 * @throws AwsError `not-found` when there is no such method; `invalid` for an authorizer, validator or model that isn't there
 */
export async function updateMethod(aws: Aws, at: MethodAddress, patchOperations: WirePatch[]): Promise<void> {
  await aws.apiGateway.send(new UpdateMethodCommand({ ...addressed(at), patchOperations }));
}
