import type { LoadedDomain } from '@/lib/domains/load-domain';
import { domainTag, madeForTag, madeForText, tenantNameTag, tenantTag } from '@/lib/domains/ownership';

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
  return text.replace(refused, ' ').slice(0, 256);
}

/** Tags that say whose a resource is, and nothing of who made it. */
export function ownerTags(tenant: { slug: string; name: string }): Record<string, string> {
  return { [tenantTag]: tenant.slug, [tenantNameTag]: tagText(tenant.name) };
}
