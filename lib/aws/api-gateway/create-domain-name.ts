import 'server-only';
import { CreateDomainNameCommand } from '@aws-sdk/client-api-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { reshapeDomainName } from './reshape-domain-name';

/**
 * Creates a regional custom domain name that speaks TLS 1.2 and newer. AWS allows one such call in 30 s.
 *
 * @throws AwsError `conflict` when the name is taken, `not-ready` while the certificate is not issued
 */
export async function createDomainName(
  aws: Aws,
  input: { name: string; certificateArn: string; tags: Record<string, string> },
): Promise<GatewayDomain> {
  const command = new CreateDomainNameCommand({
    domainName: input.name,
    regionalCertificateArn: input.certificateArn,
    // Reached over IPv6 too, so that the AAAA alias leads somewhere.
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'dualstack' },
    securityPolicy: 'TLS_1_2',
    tags: input.tags,
  });
  return reshapeDomainName(await aws.apiGateway.send(command));
}
