import 'server-only';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { sessions } from '@/lib/db/schema';
import { env } from '@/lib/env';

export interface SessionRow {
  id: string;
  method: 'password' | 'oidc';
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
}

/** The sessions of a user that would still be let in, the last used first. */
export function listSessions(
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
  idleMs = env().session.idleMs,
): Promise<SessionRow[]> {
  return db
    .select({
      id: sessions.id,
      method: sessions.method,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      ip: sessions.ip,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now()),
        gt(sessions.lastSeenAt, new Date(now().getTime() - idleMs)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), sessions.id);
}
