import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { seal, unseal } from '../seal';
import { newTotpSecret, totpUri } from './totp';

/**
 * The secret that somebody's authenticator is to be given, and the same as the URI of a QR code. It stays the same until it is enabled, so that a page
 * loaded again still belongs to the app; null when a second factor is on already.
 */
export async function beginSecondFactor(
  { db }: Pick<Context, 'db'>,
  user: { id: string; email: string },
): Promise<{ secret: string; uri: string } | null> {
  const [row] = await db
    .select({ sealed: users.totpSecret, enabledAt: users.totpEnabledAt })
    .from(users)
    .where(eq(users.id, user.id));
  if (!row || row.enabledAt) return null;
  const kept = row.sealed === null ? null : unseal('totp', row.sealed);
  const secret = kept ?? newTotpSecret();
  if (kept === null) {
    await db
      .update(users)
      .set({ totpSecret: seal('totp', secret), totpLastStep: null })
      .where(and(eq(users.id, user.id), isNull(users.totpEnabledAt)));
  }
  return { secret, uri: totpUri(secret, user.email) };
}
