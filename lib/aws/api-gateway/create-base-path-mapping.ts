import 'server-only';
import { CreateBasePathMappingCommand } from '@aws-sdk/client-api-gateway';
import type { Mapping } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { toWireBasePath } from './base-path';
import { reshapeMapping } from './get-base-path-mappings';

/**
 * Creates a mapping.
 *
 * @throws AwsError `conflict` when the base path is taken
 */
export async function createBasePathMapping(aws: Aws, mapping: Mapping): Promise<Mapping> {
  const command = new CreateBasePathMappingCommand({
    domainName: mapping.domainName,
    basePath: toWireBasePath(mapping.basePath),
    restApiId: mapping.restApiId,
    stage: mapping.stage ?? undefined,
  });
  return reshapeMapping(mapping.domainName, await aws.apiGateway.send(command));
}
