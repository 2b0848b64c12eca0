import 'server-only';
import { type BasePathMapping, GetBasePathMappingsCommand } from '@aws-sdk/client-api-gateway';
import type { Mapping } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { required } from '../reshape';
import { fromWireBasePath } from './base-path';

/**
 * The mappings of a custom domain name.
 *
 * @throws AwsError `not-found` when there is no such custom domain name
 */
export function getBasePathMappings(aws: Aws, domainName: string): Promise<Mapping[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetBasePathMappingsCommand({ domainName, limit: 500, position }));
    return { items: (page.items ?? []).map((mapping) => reshapeMapping(domainName, mapping)), next: page.position };
  });
}

/** A mapping in our words. */
export function reshapeMapping(domainName: string, mapping: BasePathMapping): Mapping {
  return {
    domainName,
    basePath: fromWireBasePath(mapping.basePath),
    restApiId: required(mapping.restApiId, 'restApiId'),
    stage: mapping.stage || null,
  };
}
