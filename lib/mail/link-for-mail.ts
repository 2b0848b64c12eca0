import 'server-only';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { shareLinks } from '@/lib/db/schema';
import { createShareLink } from '@/lib/share/create-link';
import { defaultShareDays } from '@/lib/share/schemas';

const longEnoughMs = 5 * 24 * 3_600_000;

/** A tenant's link that lasts a while yet; a new one where there is none. */
export async function linkForMail(ctx: Context, tenant: { id: string; slug: string }): Promise<string> {
  const until = new Date(ctx.now().getTime() + longEnoughMs);
  const [link] = await ctx.db
    .select({ id: shareLinks.id })
    .from(shareLinks)
    .where(and(eq(shareLinks.tenantId, tenant.id), isNull(shareLinks.revokedAt), gt(shareLinks.expiresAt, until)))
    .orderBy(desc(shareLinks.expiresAt))
    .limit(1);
  return link?.id ?? (await createShareLink(ctx, { slug: tenant.slug, days: defaultShareDays })).id;
}
