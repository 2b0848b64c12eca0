import 'server-only';
import { PutMethodCommand } from '@aws-sdk/client-api-gateway';
import type { Method } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { addressed, type MethodAddress } from './method-address';
import { omitEmpty } from './omit-empty';

/** What a method is made of, besides its responses and its integration; these have calls of their own. */
export type PutMethodInput = Omit<Method, 'authorizer' | 'requestValidator' | 'responses' | 'integration'> & {
  authorizerId: string | null;
  requestValidatorId: string | null;
};

/**
 * Adds a method to a resource.
 *
 * @throws AwsError `conflict` when the resource has it already; `not-found` when there is no such resource; `invalid` for an
 *   authorizer, validator or model that isn't there
 */
export async function putMethod(aws: Aws, at: MethodAddress, method: PutMethodInput): Promise<void> {
  const command = new PutMethodCommand({
    ...addressed(at),
    authorizationType: method.authorizationType,
    authorizerId: method.authorizerId ?? undefined,
    authorizationScopes: omitEmpty(method.authorizationScopes),
    apiKeyRequired: method.apiKeyRequired,
    operationName: method.operationName ?? undefined,
    requestValidatorId: method.requestValidatorId ?? undefined,
    requestParameters: omitEmpty(method.requestParameters),
    requestModels: omitEmpty(method.requestModels),
  });
  await aws.apiGateway.send(command);
}
