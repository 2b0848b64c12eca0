import 'server-only';
import { GetStageCommand } from '@aws-sdk/client-api-gateway';
import type { Stage } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { reshapeStage } from './reshape-stage';

/** One stage of a REST API; null when there is none of that name. */
export function getStage(aws: Aws, at: { restApiId: string; stage: string }): Promise<Stage | null> {
  return unlessAbsent(null, async () => {
    const command = new GetStageCommand({ restApiId: at.restApiId, stageName: at.stage });
    return reshapeStage(at.restApiId, await aws.apiGateway.send(command));
  });
}
