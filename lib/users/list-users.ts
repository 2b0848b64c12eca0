import 'server-only';
import { asc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { grantsColumns } from '@/lib/auth/find-grants';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';
import type { ListedUser, UserState } from './model';

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  ...grantsColumns,
  hasPassword: sql<boolean>`${users.passwordHash} is not null`,
  hasProvider: sql<boolean>`${users.oidcSubject} is not null`,
  secondFactor: sql<boolean>`${users.totpEnabledAt} is not null`,
  disabledAt: users.disabledAt,
  inviteExpiresAt: users.inviteExpiresAt,
  lastSeenAt: users.lastSeenAt,
  createdAt: users.createdAt,
  mustChangePassword: users.mustChangePassword,
};

/** Everybody whose name or address holds `search`, by name; those who can't sign in last. */
export async function listUsers(db: Db, { search, now }: { search: string; now: Date }): Promise<ListedUser[]> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = search === '' ? undefined : or(ilike(users.name, pattern), ilike(users.email, pattern));
  return read(db, found, now);
}

/** Somebody by id, or null. */
export async function findUserById(db: Db, id: string, now: Date): Promise<ListedUser | null> {
  // Another id is an error of the database, not "nobody".
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return null;
  return (await read(db, eq(users.id, id), now))[0] ?? null;
}

async function read(db: Db, where: SQL | undefined, now: Date): Promise<ListedUser[]> {
  const rows = await db
    .select(columns)
    .from(users)
    .where(where)
    .orderBy(sql`${users.disabledAt} is not null`, asc(sql`lower(${users.name})`), asc(users.email));
  return rows.map(({ hasPassword, hasProvider, disabledAt, inviteExpiresAt, lastSeenAt, createdAt, ...row }) => ({
    ...row,
    method: hasProvider ? 'oidc' : hasPassword ? 'password' : null,
    state: stateOf({ disabledAt, inviteExpiresAt, canSignIn: hasPassword || hasProvider }, now),
    inviteExpiresAt: inviteExpiresAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }));
}

function stateOf(
  row: { disabledAt: Date | null; inviteExpiresAt: Date | null; canSignIn: boolean },
  now: Date,
): UserState {
  if (row.disabledAt) return 'disabled';
  if (row.canSignIn) return 'active';
  return row.inviteExpiresAt && row.inviteExpiresAt > now ? 'invited' : 'expired';
}
