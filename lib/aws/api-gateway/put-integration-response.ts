import 'server-only';
import { PutIntegrationResponseCommand } from '@aws-sdk/client-api-gateway';
import type { IntegrationResponse } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import { omitEmpty } from './omit-empty';

/**
 * Gives an integration its response for a status, in place of the one it had.
 *
 * @throws AwsError `not-found` when there is no such integration; `invalid` when the method has no response of this status, or it
 *   lacks a mapped header
 */
export async function putIntegrationResponse(
  aws: Aws,
  at: MethodAddress & { status: string },
  response: IntegrationResponse,
): Promise<void> {
  const command = new PutIntegrationResponseCommand({
    ...addressed(at),
    statusCode: at.status,
    selectionPattern: response.selectionPattern ?? undefined,
    contentHandling: response.contentHandling ?? undefined,
    responseParameters: omitEmpty(response.parameters),
    responseTemplates: omitEmpty(response.templates),
  });
  await aws.apiGateway.send(command);
}
