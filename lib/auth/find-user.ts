import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';
import type { Role } from './roles';

/** Who is signed in. */
export interface SessionUser {
  id: string;
  email: string;
  name: string;
  role: Role;
}

const columns = { id: users.id, email: users.email, name: users.name, role: users.role };

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
