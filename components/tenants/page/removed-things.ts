import type { DomainView } from '@/lib/tenants/model';

/** What the reconciler takes away of a domain, in its order: traffic first, names last. Pure. */
export function removedThings(domain: DomainView): string[] {
  const managed = domain.kind === 'managed';
  return [
    ...(managed ? [`The routing records in ${domain.zoneName ?? 'our zone'}`] : []),
    ...(domain.shared
      ? []
      : [`${domain.mappings.length === 1 ? 'Its path' : `Its ${domain.mappings.length} paths`} on the gateway`]),
    ...(domain.gatewayDomainOurs ? ['The custom domain name'] : []),
    ...(managed && domain.certificateOurs ? ['The validation record of its certificate'] : []),
    ...(domain.certificateOurs ? ['Its certificate, once AWS has let go of it'] : []),
    'The domain here in Gatehouse',
  ];
}

/** What stays of a domain on AWS, or null. Pure. */
export function keptSentence(domain: DomainView): string | null {
  if (domain.shared)
    return `The custom domain name ${domain.gatewayDomainName} and its certificate, which serve others, too.`;
  const kept = [
    ...(domain.gatewayDomainOurs || domain.target === null ? [] : ['the custom domain name']),
    ...(domain.certificateOurs || domain.certificateArn === null ? [] : ['the certificate']),
  ];
  return kept.length === 0 ? null : `Of ${domain.hostname}: ${kept.join(' and ')}, not made for it alone.`;
}
