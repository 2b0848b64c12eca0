import 'server-only';
import { and, asc, isNull } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';
import { withinLimit } from '@/lib/tenants/within-limit';

/** The tenants that a certificate can be for, by name. */
export function listTenantOptions(db: Db, limit: TenantLimit): Promise<{ slug: string; name: string }[]> {
  return db
    .select({ slug: tenants.slug, name: tenants.name })
    .from(tenants)
    .where(and(isNull(tenants.removalRequestedAt), withinLimit(tenants.slug, limit)))
    .orderBy(asc(tenants.name));
}
