import 'server-only';
import { GetResourcesCommand, type Resource } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';

/**
 * The resource tree of a REST API (its working copy) with methods, integrations and all responses, in AWS's words. AWS allows five
 * such calls in 2 s, each of 500 resources.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export function getResources(aws: Aws, restApiId: string): Promise<Resource[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(
      new GetResourcesCommand({ restApiId, limit: 500, position, embed: ['methods'] }),
    );
    return { items: page.items ?? [], next: page.position };
  });
}
