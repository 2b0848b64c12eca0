import 'server-only';
import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';

/** Held to the end of the transaction by who changes accounts: of two administrators who go at once, the second sees that they are the last. */
export async function lockUsers(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('manage users', 0))`);
}

/** Whether nobody but this user could make another administrator. An invitation that nobody has accepted counts for nothing. Under {@link lockUsers}. */
export async function isLastAdministrator(
  tx: Db,
  user: Pick<typeof users.$inferSelect, 'id' | 'role' | 'disabledAt'>,
): Promise<boolean> {
  if (user.role !== 'administrator' || user.disabledAt !== null) return false;
  const canSignIn = or(isNotNull(users.passwordHash), isNotNull(users.oidcSubject));
  const others = and(eq(users.role, 'administrator'), isNull(users.disabledAt), canSignIn, ne(users.id, user.id));
  return (await tx.$count(users, others)) === 0;
}
