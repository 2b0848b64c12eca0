import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants, users, userTenants } from '@/lib/db/schema';
import type { Grants } from './permissions';

/** Who is signed in, and what decides over what they may do. */
export interface SessionUser extends Grants {
  id: string;
  /** Lower case. */
  email: string;
  name: string;
}

const slugs = sql<string[]>`coalesce((
  select jsonb_agg(${tenants.slug} order by ${tenants.slug}) from ${userTenants}
  join ${tenants} on ${tenants.id} = ${userTenants.tenantId} where ${userTenants.userId} = ${users.id}
), '[]'::jsonb)`;

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  tenants: sql<string[] | null>`case when ${users.allTenants} then null else ${slugs} end`,
  stages: users.deployStages,
};

/** The user of an id, unless gone or disabled. */
export async function findUser(db: Db, id: string): Promise<SessionUser | null> {
  // Ids come from tokens; one that is no UUID would be an error of the database, not "nobody".
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return null;
  const [user] = await db
    .select(columns)
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
    .limit(1);
  return user ?? null;
}
