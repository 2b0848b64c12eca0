import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants, users, userTenants } from '@/lib/db/schema';
import type { Grants, TenantLimit } from './permissions';

const slugs = sql<string[]>`coalesce((
  select jsonb_agg(${tenants.slug} order by ${tenants.slug}) from ${userTenants}
  join ${tenants} on ${tenants.id} = ${userTenants.tenantId} where ${userTenants.userId} = ${users.id}
), '[]'::jsonb)`;

/** What decides over somebody's permissions, as columns of a query over `users`. */
export const grantsColumns = {
  role: users.role,
  tenants: sql<TenantLimit>`case when ${users.allTenants} then null else ${slugs} end`,
  stages: users.deployStages,
};

/** The grants of these users, by id; those who are disabled or gone have none. */
export async function findGrants(db: Db, ids: readonly string[]): Promise<Map<string, Grants>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, ...grantsColumns })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.disabledAt)));
  return new Map(rows.map(({ id, ...grants }) => [id, grants]));
}
