import 'server-only';
import { DeleteBasePathMappingCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { toWireBasePath } from './base-path';

/**
 * Deletes a mapping.
 *
 * @returns false when there was none
 */
export function deleteBasePathMapping(aws: Aws, mapping: { domainName: string; basePath: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    const { domainName, basePath } = mapping;
    await aws.apiGateway.send(new DeleteBasePathMappingCommand({ domainName, basePath: toWireBasePath(basePath) }));
    return true;
  });
}
