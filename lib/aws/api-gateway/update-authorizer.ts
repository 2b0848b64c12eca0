import 'server-only';
import { UpdateAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import type { WirePatch } from './wire-patch';

/**
 * Changes an authorizer. All patches hold, or none.
 *
 * @throws AwsError `not-found` when it isn't there; `invalid` for a value that AWS refuses
 */
export async function updateAuthorizer(
  aws: Aws,
  at: { restApiId: string; authorizerId: string },
  patchOperations: WirePatch[],
): Promise<void> {
  await aws.apiGateway.send(new UpdateAuthorizerCommand({ ...at, patchOperations }));
}
