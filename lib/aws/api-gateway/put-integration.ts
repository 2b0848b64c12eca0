import 'server-only';
import { PutIntegrationCommand } from '@aws-sdk/client-api-gateway';
import type { Integration } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import { omitEmpty } from './omit-empty';

/**
 * Gives a method its integration, in place of the one it had and of that one's responses.
 *
 * @throws AwsError `not-found` when there is no such method; `invalid` for a mapping, URI, role or timeout that AWS refuses
 */
export async function putIntegration(
  aws: Aws,
  at: MethodAddress,
  integration: Omit<Integration, 'responses'>,
): Promise<void> {
  const overLink = integration.connectionType === 'VPC_LINK';
  const command = new PutIntegrationCommand({
    ...addressed(at),
    type: integration.type,
    integrationHttpMethod: integration.httpMethod ?? undefined,
    uri: integration.uri ?? undefined,
    // AWS takes the words that are its defaults for HTTP integrations only, or with some values of others.
    connectionType: overLink ? 'VPC_LINK' : undefined,
    connectionId: integration.connectionId ?? undefined,
    integrationTarget: integration.integrationTarget ?? undefined,
    credentials: integration.credentials ?? undefined,
    requestParameters: omitEmpty(integration.requestParameters),
    requestTemplates: omitEmpty(integration.requestTemplates),
    passthroughBehavior: integration.passthroughBehavior,
    contentHandling: integration.contentHandling ?? undefined,
    timeoutInMillis: integration.timeoutMs,
    cacheNamespace: integration.cacheNamespace ?? undefined,
    cacheKeyParameters: omitEmpty(integration.cacheKeyParameters),
    tlsConfig: integration.tlsInsecure ? { insecureSkipVerification: true } : undefined,
    responseTransferMode: integration.responseTransferMode === 'STREAM' ? 'STREAM' : undefined,
  });
  await aws.apiGateway.send(command);
}
