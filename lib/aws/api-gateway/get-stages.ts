import 'server-only';
import { GetStagesCommand, type Stage } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';

/**
 * The stages of a REST API, in AWS's words; AWS answers them in one piece.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export async function getStages(aws: Aws, restApiId: string): Promise<Stage[]> {
  return (await aws.apiGateway.send(new GetStagesCommand({ restApiId }))).item ?? [];
}
