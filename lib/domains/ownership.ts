import type { Subject } from '@/lib/domains/observed';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';

export const tenantTag = 'gatehouse:tenant';
export const tenantNameTag = 'gatehouse:tenant-name';
export const domainTag = 'gatehouse:domain';

/**
 * May the domain change or delete this custom domain name? Only when it was made for it here, or its tags say so. A
 * wildcard that serves other hostnames too is never one domain's own.
 */
export function ownsGatewayDomain(subject: Subject, domain: GatewayDomain): boolean {
  if (domain.name !== subject.wanted.hostname) return false;
  return subject.gatewayDomainOurs || taggedFor(subject, domain.tags);
}

/** May the domain delete this certificate? */
export function ownsCertificate(subject: Subject, certificate: Certificate): boolean {
  if (subject.wanted.certificateMode !== 'dedicated') return false;
  return subject.certificateOurs || taggedFor(subject, certificate.tags);
}

function taggedFor(subject: Subject, tags: Record<string, string>): boolean {
  const id = tags[domainTag];
  if (id === subject.id) return true;
  // A rebuilt database gives domains new ids; the tenant's tag is what stays.
  return tags[tenantTag] === subject.wanted.tenantSlug;
}
