import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';
import { findTenant } from '@/lib/tenants/find-tenant';

/**
 * A tenant that stays, held until the transaction `tx` ends: its removal (`removeTenant`) is asked for before, and then this refuses, or after,
 * and then it takes along what was written meanwhile. Several may hold one tenant at once.
 *
 * @throws ExpectedError `conflict` while it is being removed, `not-found`
 */
export async function holdTenant(tx: Db, slug: string) {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug)).for('share');
  return findTenant(tx, slug, { staying: true });
}
