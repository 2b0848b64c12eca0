import 'server-only';
import { UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Enables or disables an API key; requests with a disabled one are refused within seconds.
 *
 * @returns false when there is no such key
 */
export function updateApiKey(aws: Aws, input: { id: string; enabled: boolean }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    const value = String(input.enabled);
    const patchOperations = [{ op: 'replace' as const, path: '/enabled', value }];
    await aws.apiGateway.send(new UpdateApiKeyCommand({ apiKey: input.id, patchOperations }));
    return true;
  });
}
