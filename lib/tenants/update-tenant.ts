import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { tenants } from '@/lib/db/schema';
import { findTenant } from '@/lib/tenants/find-tenant';
import type { UpdateTenantInput } from '@/lib/tenants/schemas';

/**
 * Changes a tenant's name and contact. The slug stays: it is written on AWS resources.
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
    const before = { name: tenant.name, contactEmail: tenant.contactEmail };
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'tenant.updated', resourceId: slug, tenantSlug: slug, before, after: { name, contactEmail } },
    );
  });
}
