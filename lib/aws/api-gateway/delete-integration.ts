import 'server-only';
import { DeleteIntegrationCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { addressed, type MethodAddress } from './method-address';

/**
 * Deletes the integration of a method with its responses. A method without one can't be deployed.
 *
 * @returns false when there was none
 */
export function deleteIntegration(aws: Aws, at: MethodAddress): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteIntegrationCommand(addressed(at)));
    return true;
  });
}
