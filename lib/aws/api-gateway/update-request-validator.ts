import 'server-only';
import { UpdateRequestValidatorCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import type { WirePatch } from './wire-patch';

/**
 * Changes a request validator. All patches hold, or none.
 *
 * @throws AwsError `not-found` when it isn't there; `invalid` for a value that AWS refuses
 */
export async function updateRequestValidator(
  aws: Aws,
  at: { restApiId: string; requestValidatorId: string },
  patchOperations: WirePatch[],
): Promise<void> {
  await aws.apiGateway.send(new UpdateRequestValidatorCommand({ ...at, patchOperations }));
}
