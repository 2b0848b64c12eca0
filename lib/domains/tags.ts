import type { LoadedDomain } from '@/lib/domains/load-domain';
import { domainTag, tenantNameTag, tenantTag } from '@/lib/domains/ownership';

/** AWS takes letters, digits, spaces and a few signs in tag values, at most 256 (TagResource). */
const refused = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Whose the resource is, written on the resource itself, so that the database can be rebuilt from AWS. */
export function tagsFor(domain: LoadedDomain): Record<string, string> {
  return {
    [tenantTag]: domain.tenant.slug,
    [tenantNameTag]: domain.tenant.name.replace(refused, ' ').slice(0, 256),
    [domainTag]: domain.id,
  };
}
