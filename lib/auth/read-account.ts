import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';
import { recoveryCodesLeft } from './second-factor/recovery-codes';

/** What one's own account page shows beside the session. */
export interface Account {
  hasPassword: boolean;
  passwordChangedAt: Date | null;
  secondFactorSince: Date | null;
  recoveryCodesLeft: number;
}

export async function readAccount(db: Db, userId: string): Promise<Account> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return {
    hasPassword: Boolean(user?.passwordHash),
    passwordChangedAt: user?.passwordChangedAt ?? null,
    secondFactorSince: user?.totpEnabledAt ?? null,
    recoveryCodesLeft: await recoveryCodesLeft(db, userId),
  };
}
