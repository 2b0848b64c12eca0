import type { LoadedDomain } from '@/lib/domains/load-domain';
import { domainTag, tenantNameTag, tenantTag } from '@/lib/domains/ownership';

/** AWS takes letters, digits, spaces and a few signs in tag values, at most 256 (TagResource). */
const refused = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Whose the resource is, written on the resource itself, so that the database can be rebuilt from AWS. */
export function tagsFor(domain: LoadedDomain): Record<string, string> {
  return {
    [tenantTag]: domain.tenant.slug,
    [tenantNameTag]: tagText(domain.tenant.name),
    [domainTag]: domain.id,
  };
}

/** A text as AWS takes it for a tag's value. */
export function tagText(text: string): string {
  return text.replace(refused, ' ').slice(0, 256);
}
