import 'server-only';
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { users } from '@/lib/db/schema';

/** `unknown`: never made, accepted already, or withdrawn; nothing tells which. */
export type Invitation =
  | { state: 'unknown' }
  | { state: 'expired'; at: Date }
  | { state: 'open'; email: string; name: string; until: Date };

/** What the database has of a token: not enough to make the link of. */
export const hashInvitationToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** The invitation of a link's token. */
export async function findInvitation(db: Db, token: string, now: Date): Promise<Invitation> {
  const [user] = await db
    .select()
    .from(users)
    .where(eq(users.inviteTokenHash, hashInvitationToken(token)));
  if (!user?.inviteExpiresAt || user.disabledAt) return { state: 'unknown' };
  if (user.inviteExpiresAt <= now) return { state: 'expired', at: user.inviteExpiresAt };
  return { state: 'open', email: user.email, name: user.name, until: user.inviteExpiresAt };
}
