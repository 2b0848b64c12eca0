import 'server-only';
import { DeleteResourceCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes a resource with its methods and everything below it. AWS allows five such calls a second.
 *
 * @returns false when there was none
 */
export function deleteResource(aws: Aws, input: { restApiId: string; resourceId: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteResourceCommand(input));
    return true;
  });
}
