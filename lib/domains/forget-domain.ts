import 'server-only';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { forgetBeforeCutOver } from '@/lib/domains/cut-over/before-records';
import type { Decision } from '@/lib/domains/decide';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { recordHeadline } from '@/lib/domains/record-status';

/** Deletes the row of a domain that is gone from AWS, and with the last one the tenant whose removal was asked for. */
export async function forgetDomain(ctx: Context, domain: LoadedDomain, { status }: Decision): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    // Locked first, so that of two replicas that remove the last two domains the later one sees the tenant empty.
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, domain.tenant.id)).for('update');
    await recordHeadline(inside, domain, status);
    await forgetBeforeCutOver(tx, domain.id);
    await tx.delete(domains).where(eq(domains.id, domain.id));
    if (tenant === undefined) return;
    const [left] = await tx.select({ domains: count() }).from(domains).where(eq(domains.tenantId, tenant.id));
    if (left === undefined || left.domains > 0) return;
    const removed = await tx
      .delete(tenants)
      .where(and(eq(tenants.id, tenant.id), isNotNull(tenants.removalRequestedAt)))
      .returning();
    if (removed.length === 0) return;
    const { slug, name, contactEmail } = tenant;
    await recordEvent(inside, {
      action: 'tenant.removed',
      resourceId: slug,
      tenantSlug: slug,
      before: { slug, name, contactEmail },
    });
  });
}
