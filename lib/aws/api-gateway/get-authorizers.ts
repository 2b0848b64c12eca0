import 'server-only';
import { type Authorizer, GetAuthorizersCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';

/**
 * All authorizers of a REST API, in AWS's words.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export function getAuthorizers(aws: Aws, restApiId: string): Promise<Authorizer[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetAuthorizersCommand({ restApiId, limit: 500, position }));
    return { items: page.items ?? [], next: page.position };
  });
}
