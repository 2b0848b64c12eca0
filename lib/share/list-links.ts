import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { shareLinks, tenants } from '@/lib/db/schema';
import type { ShareLinkView } from '@/lib/share/model';
import { sharePath, signShareToken } from '@/lib/share/token';

const most = 20;

/** A tenant's links, the newest first; with their paths only for who may hand them out. */
export async function listShareLinks(
  db: Db,
  slug: string,
  { now, withPaths }: { now: Date; withPaths: boolean },
): Promise<ShareLinkView[]> {
  const rows = await db
    .select({ link: shareLinks })
    .from(shareLinks)
    .innerJoin(tenants, eq(tenants.id, shareLinks.tenantId))
    .where(eq(tenants.slug, slug))
    .orderBy(desc(shareLinks.createdAt))
    .limit(most);
  return rows.map(({ link }) => {
    const state = link.revokedAt !== null ? 'revoked' : link.expiresAt <= now ? 'expired' : 'open';
    return {
      id: link.id,
      createdAt: link.createdAt.toISOString(),
      createdBy: link.createdBy,
      expiresAt: link.expiresAt.toISOString(),
      revokedAt: link.revokedAt?.toISOString() ?? null,
      lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
      opened: link.opened,
      state,
      path: state === 'open' && withPaths ? sharePath(signShareToken(link)) : null,
    };
  });
}
