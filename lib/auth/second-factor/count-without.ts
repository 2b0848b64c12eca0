import 'server-only';
import { and, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';

/** How many people may sign in with a password alone. */
export function countWithoutSecondFactor(db: Db): Promise<number> {
  return db.$count(users, and(isNotNull(users.passwordHash), isNull(users.totpEnabledAt), isNull(users.disabledAt)));
}
