import 'server-only';
import { type GatewayResponse, GetGatewayResponsesCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';

/**
 * All gateway responses, AWS's defaults included of a REST API, in AWS's words.
 *
 * @throws AwsError `not-found` when there is no such API
 */
export function getGatewayResponses(aws: Aws, restApiId: string): Promise<GatewayResponse[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetGatewayResponsesCommand({ restApiId, limit: 500, position }));
    return { items: page.items ?? [], next: page.position };
  });
}
