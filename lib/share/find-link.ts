import 'server-only';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { shareLinks, tenants } from '@/lib/db/schema';
import { readShareToken } from '@/lib/share/token';

export interface OpenLink {
  id: string;
  expiresAt: Date;
  tenant: { id: string; slug: string; name: string };
}

/** A pause after which somebody counts as having come again. */
const visitMs = 15 * 60_000;
const minuteMs = 60_000;

/** The link of a token; null for one that is unknown, expired or revoked, and nothing tells which. */
export async function findShareLink(db: Db, token: string, now: Date): Promise<OpenLink | null> {
  const read = readShareToken(token);
  if (read === null || read.expiresAt <= now) return null;
  const [found] = await db
    .select({ link: shareLinks, tenant: { id: tenants.id, slug: tenants.slug, name: tenants.name } })
    .from(shareLinks)
    .innerJoin(tenants, eq(tenants.id, shareLinks.tenantId))
    .where(and(eq(shareLinks.id, read.id), isNull(shareLinks.revokedAt), gt(shareLinks.expiresAt, now)));
  return found === undefined ? null : { id: read.id, expiresAt: found.link.expiresAt, tenant: found.tenant };
}

/** Notes that a link is being looked at. An open page asks every few seconds: a visit is counted, and written down, once. */
export async function noteOpened(ctx: Context, link: OpenLink, ip: string | null): Promise<void> {
  const now = ctx.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const since = sql`${shareLinks.lastOpenedAt} is null or ${shareLinks.lastOpenedAt} <= ${before(visitMs).toISOString()}::timestamptz`;
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(shareLinks).where(eq(shareLinks.id, link.id)).for('update');
    if (row === undefined || (row.lastOpenedAt !== null && row.lastOpenedAt > before(minuteMs))) return;
    const visit = row.lastOpenedAt === null || row.lastOpenedAt <= before(visitMs);
    await tx
      .update(shareLinks)
      .set({ lastOpenedAt: now, opened: sql`${shareLinks.opened} + case when ${since} then 1 else 0 end` })
      .where(and(eq(shareLinks.id, link.id), or(isNull(shareLinks.lastOpenedAt), lte(shareLinks.lastOpenedAt, now))));
    if (!visit) return;
    const { slug } = link.tenant;
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'share-link.opened', resourceId: slug, tenantSlug: slug, after: { link: link.id, from: ip } },
    );
  });
}
