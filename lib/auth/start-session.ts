import 'server-only';
import { eq, lt, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { sessions, users } from '@/lib/db/schema';
import { env } from '@/lib/env';

/** Ended sessions are kept for so long. */
const keptMs = 30 * 24 * 3_600_000;

interface Beginning {
  userId: string;
  method: 'password' | 'oidc';
  ip: string | null;
  userAgent: string | null;
  /** What the identity provider said beside. `idToken` is sealed. */
  provider?: { sessionId: string | null; idToken: string | null };
  /** For the audit log: `totp`, `recovery-code`. */
  secondFactor?: string;
}

/** Signs somebody in whose identity is proven: makes the session and writes it down. */
export async function startSession(
  ctx: Pick<Context, 'db' | 'now' | 'correlationId'>,
  { userId, method, ip, userAgent, provider, secondFactor }: Beginning,
  absoluteMs = env().session.absoluteMs,
): Promise<{ sessionId: string }> {
  const at = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const [user] = await tx
      .update(users)
      .set({ lastSignInAt: at, lastSeenAt: at })
      .where(eq(users.id, userId))
      .returning();
    const [session] = await tx
      .insert(sessions)
      .values({
        userId,
        method,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + absoluteMs),
        ip,
        userAgent: userAgent?.slice(0, 400) ?? null,
        providerSessionId: provider?.sessionId ?? null,
        idToken: provider?.idToken ?? null,
      })
      .returning({ id: sessions.id });
    if (!user || !session) throw new Error('the user is gone in the middle of the sign-in');
    await recordEvent(
      {
        db: tx,
        now: ctx.now,
        correlationId: ctx.correlationId,
        actor: { kind: 'user', id: userId, name: user.email, ip },
      },
      {
        action: 'user.signed-in',
        resourceId: user.email,
        after: { method, ...(secondFactor ? { secondFactor } : {}) },
      },
    );
    const forgotten = new Date(at.getTime() - keptMs);
    await tx.delete(sessions).where(lt(sql`coalesce(${sessions.endedAt}, ${sessions.expiresAt})`, forgotten));
    return { sessionId: session.id };
  });
}
