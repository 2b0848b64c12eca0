import 'server-only';
import { isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';

/** All tenants that stay, by name, to choose from. For who deals with all of them. */
export function listTenantNames(db: Db): Promise<{ slug: string; name: string }[]> {
  return db
    .select({ slug: tenants.slug, name: tenants.name })
    .from(tenants)
    .where(isNull(tenants.removalRequestedAt))
    .orderBy(tenants.name);
}
