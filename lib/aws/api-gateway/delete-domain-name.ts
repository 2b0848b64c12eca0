import 'server-only';
import { DeleteDomainNameCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes a custom domain name, and with it, silently, all its mappings. AWS allows one such call in 30 s.
 *
 * @returns false when there was none
 */
export function deleteDomainName(aws: Aws, name: string): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteDomainNameCommand({ domainName: name }));
    return true;
  });
}
