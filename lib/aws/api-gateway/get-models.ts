import 'server-only';
import { GetModelsCommand, type Model } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';

/**
 * All models of a REST API, in AWS's words.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export function getModels(aws: Aws, restApiId: string): Promise<Model[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetModelsCommand({ restApiId, limit: 500, position }));
    return { items: page.items ?? [], next: page.position };
  });
}
