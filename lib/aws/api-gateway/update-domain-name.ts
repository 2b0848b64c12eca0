import 'server-only';
import { UpdateDomainNameCommand } from '@aws-sdk/client-api-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { reshapeDomainName } from './reshape-domain-name';

/**
 * Lets a regional custom domain name serve another certificate; it keeps serving meanwhile. AWS allows one such call in
 * 30 s.
 *
 * @throws AwsError `not-found` when there is no such name, `not-ready` while the certificate is not issued
 */
export async function updateDomainName(
  aws: Aws,
  input: { name: string; certificateArn: string },
): Promise<GatewayDomain> {
  const command = new UpdateDomainNameCommand({
    domainName: input.name,
    patchOperations: [{ op: 'replace', path: '/regionalCertificateArn', value: input.certificateArn }],
  });
  return reshapeDomainName(await aws.apiGateway.send(command));
}
