import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import type { SessionUser } from './read-session';

/** Changes one's own name. */
export async function changeProfile(
  ctx: Context,
  user: Pick<SessionUser, 'id' | 'email' | 'name'>,
  { name }: { name: string },
): Promise<void> {
  if (name === user.name) return;
  await ctx.db.transaction(async (tx) => {
    await tx.update(users).set({ name }).where(eq(users.id, user.id));
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'user.profile-changed', resourceId: user.email, before: { name: user.name }, after: { name } },
    );
  });
}
