import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { sessions } from '@/lib/db/schema';
import { endSessions } from './end-sessions';
import { endSessionUrl } from './oidc/end-session-url';
import type { SessionUser } from './read-session';

/**
 * Ends a session: its cookie is worth nothing from now on.
 *
 * @returns where the browser is to go so that the identity provider ends its session, too; null when there is none
 */
export async function signOut(
  ctx: Pick<Context, 'db' | 'actor' | 'now' | 'correlationId'>,
  user: Pick<SessionUser, 'id' | 'email' | 'sessionId'>,
): Promise<string | null> {
  const [session] = await ctx.db.select().from(sessions).where(eq(sessions.id, user.sessionId));
  await ctx.db.transaction(async (tx) => {
    const ended = await endSessions({ ...ctx, db: tx }, user.id, 'signed-out', { only: user.sessionId });
    if (ended > 0) await recordEvent({ ...ctx, db: tx }, { action: 'user.signed-out', resourceId: user.email });
  });
  return session?.method === 'oidc' ? endSessionUrl(session.idToken) : null;
}
