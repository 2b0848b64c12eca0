import 'server-only';
import { DeleteIntegrationResponseCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { addressed, type MethodAddress } from './method-address';

/**
 * Deletes an integration response.
 *
 * @returns false when there was none
 */
export function deleteIntegrationResponse(aws: Aws, at: MethodAddress & { status: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteIntegrationResponseCommand({ ...addressed(at), statusCode: at.status }));
    return true;
  });
}
