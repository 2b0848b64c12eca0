import 'server-only';
import { UpdateMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import type { WirePatch } from './wire-patch';

/**
 * Changes headers or models of a method response. All patches hold, or none.
 *
 * @throws AwsError `not-found` when there is no such response, or an entry to remove isn't there
 */
export async function updateMethodResponse(
  aws: Aws,
  at: MethodAddress & { status: string },
  patchOperations: WirePatch[],
): Promise<void> {
  await aws.apiGateway.send(
    new UpdateMethodResponseCommand({ ...addressed(at), statusCode: at.status, patchOperations }),
  );
}
