import 'server-only';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';

/** The condition that a column of tenants' slugs is within somebody's limit. */
export function withinLimit(slug: SQLWrapper, limit: TenantLimit): SQL {
  if (limit === null) return sql`true`;
  if (limit.length === 0) return sql`false`;
  return sql`${slug} in (${sql.join(
    limit.map((one) => sql`${one}`),
    sql`, `,
  )})`;
}
