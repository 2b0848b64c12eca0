import 'server-only';
import { PutMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import type { MethodResponse } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import { omitEmpty } from './omit-empty';

/**
 * Adds a response to a method.
 *
 * @throws AwsError `conflict` when it has one of this status; `not-found` when there is no such method; `invalid` for a model that
 *   isn't there
 */
export async function putMethodResponse(
  aws: Aws,
  at: MethodAddress & { status: string },
  response: MethodResponse,
): Promise<void> {
  const command = new PutMethodResponseCommand({
    ...addressed(at),
    statusCode: at.status,
    responseParameters: omitEmpty(response.parameters),
    responseModels: omitEmpty(response.models),
  });
  await aws.apiGateway.send(command);
}
