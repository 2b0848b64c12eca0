import type { LoadedDomain } from '@/lib/domains/load-domain';
import { contactTag, domainTag, madeForTag, madeForText, tenantNameTag, tenantTag } from '@/lib/domains/ownership';

/** AWS takes letters, digits, spaces and a few signs in tag values, at most 256 (TagResource). */
const refused = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Tags of what is made for a domain here: whose it is, so that the database can be rebuilt from AWS, and that it is ours to delete. */
export function tagsFor(domain: LoadedDomain): Record<string, string> {
  return {
    ...ownerTags(domain.tenant),
    [domainTag]: domain.id,
    [madeForTag]: madeForText(domain.wanted.hostname),
  };
}

/** A text as AWS takes it for a tag's value. */
export function tagText(text: string): string {
  return text.replace(refused, ' ').slice(0, 256).trim();
}

/** Tags that say whose a resource is, and nothing of who made it. */
export function ownerTags(tenant: { slug: string; name: string }): Record<string, string> {
  return { [tenantTag]: tenant.slug, [tenantNameTag]: tagText(tenant.name) };
}

/**
 * The tag of a custom domain name that brings a tenant's contact back with an empty database. An address with other signs than AWS takes, or
 * longer than it takes, is left out: changed, it would be somebody else's.
 */
export function contactTags({ contactEmail }: { contactEmail: string | null }): Record<string, string> {
  return contactEmail === null || tagText(contactEmail) !== contactEmail ? {} : { [contactTag]: contactEmail };
}
