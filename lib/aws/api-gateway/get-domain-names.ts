import 'server-only';
import { GetDomainNamesCommand } from '@aws-sdk/client-api-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { reshapeDomainName } from './reshape-domain-name';

/** All custom domain names of the account in the region. */
export function getDomainNames(aws: Aws): Promise<GatewayDomain[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetDomainNamesCommand({ limit: 500, position }));
    return { items: (page.items ?? []).map(reshapeDomainName), next: page.position };
  });
}
