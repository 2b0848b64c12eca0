import 'server-only';
import { UpdateBasePathMappingCommand } from '@aws-sdk/client-api-gateway';
import type { Mapping } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { toWireBasePath } from './base-path';
import { reshapeMapping } from './get-base-path-mappings';

/**
 * Points an existing mapping at another API or stage.
 *
 * @throws AwsError `not-found` when there is no such mapping
 */
export async function updateBasePathMapping(aws: Aws, mapping: Mapping): Promise<Mapping> {
  const command = new UpdateBasePathMappingCommand({
    domainName: mapping.domainName,
    basePath: toWireBasePath(mapping.basePath),
    patchOperations: [
      { op: 'replace', path: '/restapiId', value: mapping.restApiId },
      { op: 'replace', path: '/stage', value: mapping.stage ?? '' },
    ],
  });
  return reshapeMapping(mapping.domainName, await aws.apiGateway.send(command));
}
