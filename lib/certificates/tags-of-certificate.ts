import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';
import { tenantNameTag, tenantTag } from '@/lib/domains/ownership';
import { tagText } from '@/lib/domains/tags';
import { ExpectedError } from '@/lib/errors';

/**
 * Tags of a certificate that belongs to no domain. One for nobody in particular carries the tag without a value, because the policy
 * for AWS lets only what carries it be deleted again.
 *
 * @param slug of the tenant that it is for; empty: none
 * @throws ExpectedError `invalid` at the field `tenantSlug`
 */
export async function tagsOfCertificate(db: Db, slug: string): Promise<Record<string, string>> {
  if (slug === '') return { [tenantTag]: '' };
  const [tenant] = await db
    .select({ name: tenants.name })
    .from(tenants)
    .where(and(eq(tenants.slug, slug), isNull(tenants.removalRequestedAt)));
  if (tenant === undefined) {
    const message = `There is no tenant ${slug} any more.`;
    throw new ExpectedError('invalid', message, { fields: { tenantSlug: message } });
  }
  return { [tenantTag]: slug, [tenantNameTag]: tagText(tenant.name) };
}
