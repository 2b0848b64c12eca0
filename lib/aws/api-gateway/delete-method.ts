import 'server-only';
import { DeleteMethodCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { addressed, type MethodAddress } from './method-address';

/**
 * Deletes a method with its responses and its integration.
 *
 * @returns false when there was none
 */
export function deleteMethod(aws: Aws, at: MethodAddress): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteMethodCommand(addressed(at)));
    return true;
  });
}
