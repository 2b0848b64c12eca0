import 'server-only';
import type { DomainName } from '@aws-sdk/client-api-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import { dnsName, required } from '../reshape';

/** A custom domain name in our words. During a migration AWS lists two endpoint types; the regional one is ours. */
export function reshapeDomainName(domain: DomainName): GatewayDomain {
  const types = domain.endpointConfiguration?.types ?? ['EDGE'];
  const endpointType = types.find((type) => type === 'REGIONAL') ?? types[0] ?? 'EDGE';
  const edge = endpointType === 'EDGE';
  const target = edge ? domain.distributionDomainName : domain.regionalDomainName;
  return {
    name: dnsName(required(domain.domainName, 'domainName')),
    status: domain.domainNameStatus ?? 'AVAILABLE',
    statusMessage: domain.domainNameStatusMessage ?? null,
    certificateArn: (endpointType === 'REGIONAL' ? domain.regionalCertificateArn : domain.certificateArn) ?? null,
    endpointType,
    targetName: target ? dnsName(target) : null,
    targetZoneId: (edge ? domain.distributionHostedZoneId : domain.regionalHostedZoneId) ?? null,
    securityPolicy: domain.securityPolicy ?? null,
    tags: domain.tags ?? {},
  };
}
