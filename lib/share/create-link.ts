import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { shareLinks } from '@/lib/db/schema';
import { sharePath, signShareToken } from '@/lib/share/token';
import { findTenant } from '@/lib/tenants/find-tenant';

const dayMs = 24 * 3_600_000;

/**
 * Makes a link by which a tenant sees its own part without signing in.
 *
 * @throws ExpectedError `not-found`, `conflict` while the tenant is being removed
 */
export async function createShareLink(
  ctx: Context,
  { slug, days }: { slug: string; days: number },
): Promise<{ id: string; path: string; expiresAt: string }> {
  const tenant = await findTenant(ctx.db, slug, { staying: true });
  const createdAt = ctx.now();
  // The token holds whole seconds.
  const expiresAt = new Date(Math.floor((createdAt.getTime() + days * dayMs) / 1000) * 1000);
  const id = await ctx.db.transaction(async (tx) => {
    const values = { tenantId: tenant.id, createdAt, createdBy: ctx.actor.name, expiresAt };
    const [row] = await tx.insert(shareLinks).values(values).returning({ id: shareLinks.id });
    if (row === undefined) throw new Error('the share link was not written');
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'share-link.created',
        resourceId: slug,
        tenantSlug: slug,
        after: { link: row.id, expiresAt: expiresAt.toISOString() },
      },
    );
    return row.id;
  });
  return { id, path: sharePath(signShareToken({ id, expiresAt })), expiresAt: expiresAt.toISOString() };
}
