import type { WantedDomain } from '@/lib/domains/model';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';

export const tenantTag = 'gatehouse:tenant';
export const tenantNameTag = 'gatehouse:tenant-name';
/** Of custom domain names alone: by them the tenants of an empty database are found again. */
export const contactTag = 'gatehouse:contact';
export const domainTag = 'gatehouse:domain';
/** The hostname that the resource was made for here: what carries it may be deleted with that hostname, also after a rebuild. */
export const madeForTag = 'gatehouse:made-for';
/** How many requests in a row a certificate of no domain is, from `1`: what carries it Gatehouse requests again by itself. */
export const requestTag = 'gatehouse:request';
/** Ids of the certificates that timed out, in whose place the one that carries it was requested, oldest first, with spaces between. */
export const inPlaceOfTag = 'gatehouse:in-place-of';
export const ourTags = [tenantTag, tenantNameTag, contactTag, domainTag, madeForTag] as const;

/** The part of a domain that tells what is its own. */
interface Owner {
  id: string;
  wanted: Pick<WantedDomain, 'hostname' | 'tenantSlug' | 'certificateMode'>;
  gatewayDomainOurs: boolean;
  certificateOurs: boolean;
}

/**
 * May the domain delete this custom domain name? Only when it was made for it here: its row says so, or its tag. A wildcard
 * that serves other hostnames too is never one domain's own, and one that was adopted stays when the domain goes.
 */
export function ownsGatewayDomain(subject: Owner, domain: GatewayDomain): boolean {
  if (domain.name !== subject.wanted.hostname) return false;
  return subject.gatewayDomainOurs || madeHere(domain.tags, subject.wanted.hostname);
}

/** May the domain serve by this custom domain name and change its mappings? When it is its own, or tagged for its tenant. */
export function usesGatewayDomain(subject: Owner, domain: GatewayDomain): boolean {
  if (domain.name !== subject.wanted.hostname) return false;
  return ownsGatewayDomain(subject, domain) || taggedFor(subject, domain.tags);
}

/** May the domain delete this certificate? */
export function ownsCertificate(subject: Owner, certificate: Certificate): boolean {
  if (subject.wanted.certificateMode !== 'dedicated') return false;
  const { tags } = certificate;
  // A request that ended before its ARN was noted is known by the domain's id alone.
  return subject.certificateOurs || madeHere(tags, subject.wanted.hostname) || tags[domainTag] === subject.id;
}

/** Was it made by Gatehouse for this hostname? The tag outlives the database. */
export function madeHere(tags: Record<string, string>, hostname: string): boolean {
  return tags[madeForTag] === madeForText(hostname);
}

/** A hostname as the tag holds it: AWS takes no asterisk in a tag's value. */
export function madeForText(hostname: string): string {
  return hostname.replace(/^\*/, '_');
}

function taggedFor(
  subject: Pick<Owner, 'id'> & { wanted: Pick<WantedDomain, 'tenantSlug'> },
  tags: Record<string, string>,
): boolean {
  const id = tags[domainTag];
  if (id === subject.id) return true;
  // A rebuilt database gives domains new ids; the tenant's tag is what stays.
  return tags[tenantTag] === subject.wanted.tenantSlug;
}
