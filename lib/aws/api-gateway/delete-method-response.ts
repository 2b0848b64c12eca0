import 'server-only';
import { DeleteMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { addressed, type MethodAddress } from './method-address';

/**
 * Deletes a method response.
 *
 * @returns false when there was none
 */
export function deleteMethodResponse(aws: Aws, at: MethodAddress & { status: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteMethodResponseCommand({ ...addressed(at), statusCode: at.status }));
    return true;
  });
}
