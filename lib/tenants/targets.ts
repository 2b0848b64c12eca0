import 'server-only';
import { eq } from 'drizzle-orm';
import type { Aim } from '@/lib/actions/target';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { findDomain, noDomain, noTenant } from './find-tenant';

/** What a call with a tenant's slug is about. Whether there is such a tenant is the verb's to say, in the same words. */
export function ofTenant(slug: string): Aim {
  return { tenant: slug, missing: () => noTenant(slug) };
}

/**
 * What a call with a domain's id is about.
 *
 * @throws ExpectedError `not-found`
 */
export async function ofDomain(db: Db, id: string): Promise<Aim> {
  const { tenantSlug } = await findDomain(db, id);
  return { tenant: tenantSlug, missing: noDomain };
}

/** What a record at a customer's DNS provider is about: the tenant it is made for, and the one at whose hostname it stands. */
export async function ofCustomerRecord(
  db: Db,
  { tenantSlug, name }: { tenantSlug: string; name: string },
): Promise<Aim[]> {
  const host = name.replace(/\.$/, '');
  const rows = await db
    .select({ hostname: domains.hostname, slug: tenants.slug })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.kind, 'customer'));
  const [owner] = rows
    .filter(({ hostname }) => host === hostname || host.endsWith(`.${hostname}`))
    .sort((a, b) => b.hostname.length - a.hostname.length);
  const missing = () => noTenant(tenantSlug);
  return [ofTenant(tenantSlug), { tenant: owner?.slug ?? null, missing }];
}
