import 'server-only';
import { UpdateIntegrationResponseCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import type { WirePatch } from './wire-patch';

/**
 * Changes fields of an integration response. All patches hold, or none.
 *
 * @throws AwsError `not-found` when there is no such response; `invalid` for a header that the method response lacks
 */
export async function updateIntegrationResponse(
  aws: Aws,
  at: MethodAddress & { status: string },
  patchOperations: WirePatch[],
): Promise<void> {
  await aws.apiGateway.send(
    new UpdateIntegrationResponseCommand({ ...addressed(at), statusCode: at.status, patchOperations }),
  );
}
