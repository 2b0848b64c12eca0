import type { WantedDomain } from '@/lib/domains/model';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';

export const tenantTag = 'gatehouse:tenant';
export const tenantNameTag = 'gatehouse:tenant-name';
export const domainTag = 'gatehouse:domain';

/** The part of a domain that tells what is its own. */
interface Owner {
  id: string;
  wanted: Pick<WantedDomain, 'hostname' | 'tenantSlug' | 'certificateMode'>;
  gatewayDomainOurs: boolean;
  certificateOurs: boolean;
}

/**
 * May the domain change or delete this custom domain name? Only when it was made for it here, or its tags say so. A
 * wildcard that serves other hostnames too is never one domain's own.
 */
export function ownsGatewayDomain(subject: Owner, domain: GatewayDomain): boolean {
  if (domain.name !== subject.wanted.hostname) return false;
  return subject.gatewayDomainOurs || taggedFor(subject, domain.tags);
}

/** May the domain delete this certificate? */
export function ownsCertificate(subject: Owner, certificate: Certificate): boolean {
  if (subject.wanted.certificateMode !== 'dedicated') return false;
  return subject.certificateOurs || taggedFor(subject, certificate.tags);
}

function taggedFor(subject: Owner, tags: Record<string, string>): boolean {
  const id = tags[domainTag];
  if (id === subject.id) return true;
  // A rebuilt database gives domains new ids; the tenant's tag is what stays.
  return tags[tenantTag] === subject.wanted.tenantSlug;
}
