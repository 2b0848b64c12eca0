import 'server-only';
import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import type { Stage } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { isoTime, required } from '../reshape';

/** The stages of a REST API; AWS answers them in one piece. */
export async function getStages(aws: Aws, restApiId: string): Promise<Stage[]> {
  const answer = await aws.apiGateway.send(new GetStagesCommand({ restApiId }));
  return (answer.item ?? []).map((stage) => ({
    restApiId,
    name: required(stage.stageName, 'stageName'),
    deploymentId: required(stage.deploymentId, 'deploymentId'),
    description: stage.description ?? null,
    updatedAt: isoTime(stage.lastUpdatedDate),
    variables: stage.variables ?? {},
  }));
}
