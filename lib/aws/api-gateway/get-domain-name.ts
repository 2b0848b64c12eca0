import 'server-only';
import { GetDomainNameCommand } from '@aws-sdk/client-api-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';
import { reshapeDomainName } from './reshape-domain-name';

/** One custom domain name; null when there is none of that name. */
export function getDomainName(aws: Aws, name: string): Promise<GatewayDomain | null> {
  return unlessAbsent(null, async () => {
    return reshapeDomainName(await aws.apiGateway.send(new GetDomainNameCommand({ domainName: name })));
  });
}
