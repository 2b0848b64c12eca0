import 'server-only';
import { DeleteAuthorizerCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes an authorizer. Methods must not use it any more.
 *
 * @returns false when there was none
 * @throws AwsError `in-use` while something refers to it
 */
export function deleteAuthorizer(aws: Aws, at: { restApiId: string; authorizerId: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteAuthorizerCommand(at));
    return true;
  });
}
