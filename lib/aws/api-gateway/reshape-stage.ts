import 'server-only';
import type { Stage as SdkStage } from '@aws-sdk/client-api-gateway';
import type { Stage } from '@/lib/inventory/model';
import { isoTime, required } from '../reshape';

/** A stage in our words. */
export function reshapeStage(restApiId: string, stage: SdkStage): Stage {
  return {
    restApiId,
    name: required(stage.stageName, 'stageName'),
    deploymentId: required(stage.deploymentId, 'deploymentId'),
    description: stage.description ?? null,
    updatedAt: isoTime(stage.lastUpdatedDate),
    variables: stage.variables ?? {},
  };
}
