import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { sessions, users } from '@/lib/db/schema';
import { endSessions } from '../end-sessions';

/** Ends the sessions that the identity provider has ended on its side: those of one of its sessions, or all of a subject. */
export async function endProviderSessions(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  issuer: string,
  { subject, sessionId }: { subject: string | null; sessionId: string | null },
): Promise<number> {
  const found = await ctx.db
    .selectDistinct({ userId: users.id })
    .from(users)
    .innerJoin(sessions, eq(sessions.userId, users.id))
    .where(
      and(
        eq(users.oidcIssuer, issuer),
        isNull(sessions.endedAt),
        subject === null ? undefined : eq(users.oidcSubject, subject),
        sessionId === null ? undefined : eq(sessions.providerSessionId, sessionId),
      ),
    );
  let ended = 0;
  for (const { userId } of found) {
    ended += await endSessions(ctx, userId, 'provider', {
      method: 'oidc',
      ...(sessionId === null ? {} : { providerSessionId: sessionId }),
    });
  }
  return ended;
}
