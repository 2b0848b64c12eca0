import 'server-only';
import { GetRequestValidatorsCommand, type RequestValidator } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';

/**
 * All request validators of a REST API, in AWS's words.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export function getRequestValidators(aws: Aws, restApiId: string): Promise<RequestValidator[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetRequestValidatorsCommand({ restApiId, limit: 500, position }));
    return { items: page.items ?? [], next: page.position };
  });
}
