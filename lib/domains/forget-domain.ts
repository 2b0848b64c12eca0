import 'server-only';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { AwsCall } from '@/lib/audit/model';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, offboardings, tenants } from '@/lib/db/schema';
import { forgetBeforeCutOver } from '@/lib/domains/cut-over/before-records';
import type { Decision } from '@/lib/domains/decide';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { addEntries, noteLook } from '@/lib/domains/note-removal';
import { recordHeadline } from '@/lib/domains/record-status';

/**
 * Deletes the row of a domain that is gone from AWS, and with the last one the tenant whose removal was asked for; with them, all or nothing,
 * the last lines of the report.
 */
export async function forgetDomain(
  ctx: Context,
  domain: LoadedDomain,
  decision: Decision,
  calls: AwsCall[],
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    // Locked first, so that of two replicas that remove the last two domains the later one sees the tenant empty.
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, domain.tenant.id)).for('update');
    await recordHeadline(inside, domain, decision.status);
    await noteLook(inside, domain, decision, calls);
    await forgetBeforeCutOver(tx, domain.id);
    await tx.delete(domains).where(eq(domains.id, domain.id));
    const { hostname, tenantSlug, kind, gatewayDomainName, certificateArn } = domain.wanted;
    const before = { hostname, kind, gatewayDomainName, certificateArn };
    await recordEvent(inside, { action: 'domain.removed', resourceId: hostname, tenantSlug, before });
    await finish(inside, { slug: tenantSlug, hostname });
    if (tenant === undefined) return;
    const [left] = await tx.select({ domains: count() }).from(domains).where(eq(domains.tenantId, tenant.id));
    if (left === undefined || left.domains > 0) return;
    const removed = await tx
      .delete(tenants)
      .where(and(eq(tenants.id, tenant.id), isNotNull(tenants.removalRequestedAt)))
      .returning();
    if (removed.length === 0) return;
    await forgotten(inside, tenant);
  });
}

/** Writes that a tenant's row is gone, into the log and into the report. Runs in the transaction that deletes it. */
export async function forgotten(
  ctx: Context,
  { slug, name, contactEmail }: { slug: string; name: string; contactEmail: string | null },
): Promise<void> {
  await recordEvent(ctx, {
    action: 'tenant.removed',
    resourceId: slug,
    tenantSlug: slug,
    before: { slug, name, contactEmail },
  });
  await finish(ctx, { slug, hostname: null });
}

/** Closes the report of one domain, or with `hostname` null that of the whole tenant. */
async function finish(ctx: Context, { slug, hostname }: { slug: string; hostname: string | null }): Promise<void> {
  const now = ctx.now();
  const about = hostname === null ? isNull(offboardings.hostname) : eq(offboardings.hostname, hostname);
  const finished = await ctx.db
    .update(offboardings)
    .set({ finishedAt: now })
    .where(and(eq(offboardings.tenantSlug, slug), about, isNull(offboardings.finishedAt)))
    .returning({ id: offboardings.id });
  for (const { id } of finished) {
    const sentence = `${slug} is gone from Gatehouse; the audit log and this report stay.`;
    if (hostname === null) {
      const gone = { step: 'remove-tenant' as const, result: 'verified-gone' as const, what: '', sentence };
      await addEntries(ctx.db, id, [{ at: now.toISOString(), hostname: null, ...gone, requestIds: [] }]);
    }
    await recordEvent(ctx, {
      action: 'offboarding.finished',
      resourceId: hostname ?? slug,
      tenantSlug: slug,
      after: { offboardingId: id },
    });
  }
}
