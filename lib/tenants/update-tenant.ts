import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { findTenant } from '@/lib/tenants/find-tenant';
import type { UpdateTenantInput } from '@/lib/tenants/schemas';

/**
 * Changes a tenant's name and contact, which the tags on AWS follow. The slug stays: by it they say whose something is.
 *
 * @throws ExpectedError `not-found`
 */
export async function updateTenant(ctx: Context, input: UpdateTenantInput): Promise<void> {
  const { slug, name } = input;
  const contactEmail = input.contactEmail === '' ? null : input.contactEmail;
  await ctx.db.transaction(async (tx) => {
    const tenant = await findTenant(tx, slug);
    if (tenant.name === name && tenant.contactEmail === contactEmail) return;
    await tx.update(tenants).set({ name, contactEmail }).where(eq(tenants.id, tenant.id));
    // The tags on AWS follow with the next look at each of its domains.
    const now = ctx.now();
    await tx
      .update(domains)
      .set({ nextCheckAt: now, fullLookAskedAt: now, correlationId: ctx.correlationId ?? null, updatedAt: now })
      .where(and(eq(domains.tenantId, tenant.id), eq(domains.intent, 'present')));
    const before = { name: tenant.name, contactEmail: tenant.contactEmail };
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'tenant.updated', resourceId: slug, tenantSlug: slug, before, after: { name, contactEmail } },
    );
  });
  wakeReconciler();
}
