import 'server-only';
import { UpdateModelCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import type { WirePatch } from './wire-patch';

/**
 * Changes a model; its content type can't be changed. All patches hold, or none.
 *
 * @throws AwsError `not-found` when it isn't there; `invalid` for a value that AWS refuses
 */
export async function updateModel(
  aws: Aws,
  at: { restApiId: string; modelName: string },
  patchOperations: WirePatch[],
): Promise<void> {
  await aws.apiGateway.send(new UpdateModelCommand({ ...at, patchOperations }));
}
