import 'server-only';
import { CreateDeploymentCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { type AwsDeployment, reshapeDeployment } from './get-deployments';

/**
 * Freezes the working copy as it is now and lets a stage serve it, at once; a stage that isn't there yet is made. AWS allows one such
 * call in 5 s. Every call makes another deployment, so this must not be repeated unseen.
 *
 * @throws AwsError `invalid` when no method, or a method without integration, is there to deploy
 */
export async function createDeployment(
  aws: Aws,
  input: {
    restApiId: string;
    stage: string;
    description: string | null;
    /** For a stage that this makes. */
    variables?: Record<string, string>;
    stageDescription?: string | null;
  },
): Promise<AwsDeployment> {
  const command = new CreateDeploymentCommand({
    restApiId: input.restApiId,
    stageName: input.stage,
    description: input.description || undefined,
    variables: input.variables,
    stageDescription: input.stageDescription || undefined,
  });
  return reshapeDeployment(await aws.apiGateway.send(command));
}
