import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

type Tenant = typeof tenants.$inferSelect;

/**
 * The tenant of a slug. With `staying` one that is being removed is refused.
 *
 * @throws ExpectedError `not-found`, `conflict`
 */
export async function findTenant(db: Db, slug: string, options: { staying?: boolean } = {}): Promise<Tenant> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, slug));
  if (tenant === undefined) throw noTenant(slug);
  if (options.staying && tenant.removalRequestedAt !== null) {
    throw new ExpectedError('conflict', `${tenant.name} is being removed.`, {
      fix: 'Wait until it is gone, then onboard it again.',
    });
  }
  return tenant;
}

/**
 * A domain with the slug of its tenant.
 *
 * @throws ExpectedError `not-found`
 */
export async function findDomain(db: Db, id: string) {
  const [found] = await db
    .select({ id: domains.id, hostname: domains.hostname, tenantSlug: tenants.slug })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.id, id));
  if (found === undefined) throw noDomain();
  return found;
}

/** What is said of a slug that is nobody's, and of one that isn't the caller's. */
export function noTenant(slug: string): ExpectedError {
  return new ExpectedError('not-found', `There is no tenant ${slug} any more.`);
}

/** What is said of a domain that isn't there, and of one that isn't the caller's. */
export function noDomain(): ExpectedError {
  return new ExpectedError('not-found', 'This domain is gone.');
}
