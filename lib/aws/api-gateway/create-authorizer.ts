import 'server-only';
import { CreateAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import type { Authorizer } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { required } from '../reshape';
import { omitEmpty } from './omit-empty';

/**
 * Adds an authorizer.
 *
 * @returns its id
 * @throws AwsError `conflict` when the name is taken; `limit` when the API has as many as its quota allows; `invalid` for what AWS refuses
 */
export async function createAuthorizer(
  aws: Aws,
  restApiId: string,
  name: string,
  authorizer: Authorizer,
): Promise<string> {
  const command = new CreateAuthorizerCommand({
    restApiId,
    name,
    type: authorizer.type,
    providerARNs: omitEmpty(authorizer.providerArns),
    authType: authorizer.authType ?? undefined,
    authorizerUri: authorizer.uri ?? undefined,
    authorizerCredentials: authorizer.credentials ?? undefined,
    identitySource: authorizer.identitySource ?? undefined,
    identityValidationExpression: authorizer.identityValidationExpression ?? undefined,
    authorizerResultTtlInSeconds: authorizer.resultTtl,
  });
  return required((await aws.apiGateway.send(command)).id, 'id');
}
