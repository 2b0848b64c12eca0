import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Aim } from '@/lib/actions/target';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { shareLinks, tenants } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

const noLink = () => new ExpectedError('not-found', 'This link is not there any more.');

/**
 * Ends a link at once. Ending it twice is fine.
 *
 * @throws ExpectedError `not-found`
 */
export async function revokeShareLink(ctx: Context, id: string): Promise<void> {
  const slug = await slugOf(ctx.db, id);
  await ctx.db.transaction(async (tx) => {
    const revoked = await tx
      .update(shareLinks)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(shareLinks.id, id), isNull(shareLinks.revokedAt)))
      .returning({ id: shareLinks.id });
    if (revoked.length === 0) return;
    const event = { resourceId: slug, tenantSlug: slug, after: { link: id } };
    await recordEvent({ ...ctx, db: tx }, { action: 'share-link.revoked', ...event });
  });
}

/**
 * What a call with a link's id is about.
 *
 * @throws ExpectedError `not-found`
 */
export async function ofShareLink(db: Db, id: string): Promise<Aim> {
  return { tenant: await slugOf(db, id), missing: noLink };
}

async function slugOf(db: Db, id: string): Promise<string> {
  const [found] = await db
    .select({ slug: tenants.slug })
    .from(shareLinks)
    .innerJoin(tenants, eq(tenants.id, shareLinks.tenantId))
    .where(eq(shareLinks.id, id));
  if (found === undefined) throw noLink();
  return found.slug;
}
