import 'server-only';
import { CreateStageCommand } from '@aws-sdk/client-api-gateway';
import type { Stage } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { omitEmpty } from './omit-empty';
import { reshapeStage } from './reshape-stage';

/**
 * Makes a stage that serves a deployment.
 *
 * @throws AwsError `conflict` when the name is taken; `invalid` when there is no such deployment; `limit`
 */
export async function createStage(
  aws: Aws,
  input: {
    restApiId: string;
    stage: string;
    deploymentId: string;
    description: string | null;
    variables: Record<string, string>;
  },
): Promise<Stage> {
  const command = new CreateStageCommand({
    restApiId: input.restApiId,
    stageName: input.stage,
    deploymentId: input.deploymentId,
    description: input.description || undefined,
    variables: omitEmpty(input.variables),
  });
  return reshapeStage(input.restApiId, await aws.apiGateway.send(command));
}
