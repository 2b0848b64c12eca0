import 'server-only';
import { UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import type { Stage } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { reshapeStage } from './reshape-stage';
import type { WirePatch } from './wire-patch';

/**
 * Changes a stage: which deployment it serves, its variables and settings. In force within seconds, without a deployment.
 *
 * @throws AwsError `not-found` when there is no such stage; `invalid` for a deployment id or value that AWS refuses
 */
export async function updateStage(
  aws: Aws,
  at: { restApiId: string; stage: string },
  patchOperations: WirePatch[],
): Promise<Stage> {
  const command = new UpdateStageCommand({ restApiId: at.restApiId, stageName: at.stage, patchOperations });
  return reshapeStage(at.restApiId, await aws.apiGateway.send(command));
}
