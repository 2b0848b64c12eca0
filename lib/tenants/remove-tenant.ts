import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { findTenant } from '@/lib/tenants/find-tenant';
import type { RemoveTenantInput } from '@/lib/tenants/schemas';

/**
 * Asks for a tenant to be removed. The reconciler takes its domains down in the safe order and then deletes the row; a
 * tenant without domains goes at once. Asking twice is fine.
 *
 * @throws ExpectedError `invalid` when the typed slug differs, `not-found`
 */
export async function removeTenant(ctx: Context, input: RemoveTenantInput): Promise<{ gone: boolean }> {
  const { slug, confirmSlug } = input;
  if (confirmSlug !== slug) {
    throw new ExpectedError('invalid', 'Nothing was removed: the slug typed differs.', {
      fields: { confirmSlug: `Type ${slug} to confirm.` },
    });
  }
  const gone = await ctx.db.transaction(async (tx) => {
    const tenant = await findTenant(tx, slug);
    if (tenant.removalRequestedAt !== null) return false;
    const now = ctx.now();
    const removed = await tx
      .update(domains)
      .set({ intent: 'absent', nextCheckAt: now, updatedAt: now, correlationId: ctx.correlationId ?? null })
      .where(eq(domains.tenantId, tenant.id))
      .returning({ hostname: domains.hostname });
    const before = {
      name: tenant.name,
      contactEmail: tenant.contactEmail,
      hostnames: removed.map((row) => row.hostname),
    };
    const event = { resourceId: slug, tenantSlug: slug, before };
    await recordEvent({ ...ctx, db: tx }, { action: 'tenant.removal-requested', ...event });
    if (removed.length > 0) {
      await tx.update(tenants).set({ removalRequestedAt: now }).where(eq(tenants.id, tenant.id));
      return false;
    }
    await tx.delete(tenants).where(eq(tenants.id, tenant.id));
    await recordEvent({ ...ctx, db: tx }, { action: 'tenant.removed', ...event });
    return true;
  });
  wakeReconciler();
  return { gone };
}
