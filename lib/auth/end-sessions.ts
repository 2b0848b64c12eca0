import 'server-only';
import { and, eq, isNull, ne, type SQL } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { sessions, users } from '@/lib/db/schema';

/** Why a session ended before its time. */
export type EndReason = NonNullable<(typeof sessions.$inferSelect)['endReason']>;

interface Choice {
  /** Session that goes on: the one of who asks. */
  except?: string;
  /** Only this one. */
  only?: string;
  /** Only those that began with the identity provider. */
  method?: 'oidc';
  /** Only those of this `sid` of the identity provider. */
  providerSessionId?: string;
}

/**
 * Ends sessions of a user; their cookies are worth nothing from the next request on. Pass `{ ...ctx, db: tx }` to do it with the change that is
 * its reason. Writes one event when any ended.
 *
 * @returns how many ended
 */
export async function endSessions(
  ctx: Pick<Context, 'db' | 'actor' | 'now' | 'correlationId'>,
  userId: string,
  reason: EndReason,
  { except, only, method, providerSessionId }: Choice = {},
): Promise<number> {
  const where: (SQL | undefined)[] = [
    eq(sessions.userId, userId),
    isNull(sessions.endedAt),
    except === undefined ? undefined : ne(sessions.id, except),
    only === undefined ? undefined : eq(sessions.id, only),
    method === undefined ? undefined : eq(sessions.method, method),
    providerSessionId === undefined ? undefined : eq(sessions.providerSessionId, providerSessionId),
  ];
  const ended = await ctx.db
    .update(sessions)
    // The token of the provider has no use any more.
    .set({ endedAt: ctx.now(), endReason: reason, idToken: null })
    .where(and(...where))
    .returning({ id: sessions.id });
  // Signing out has an event of its own.
  if (ended.length > 0 && reason !== 'signed-out') {
    const [user] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, userId));
    await recordEvent(ctx, {
      action: 'user.sessions-ended',
      resourceId: user?.email ?? userId,
      after: { count: ended.length, reason },
    });
  }
  return ended.length;
}
