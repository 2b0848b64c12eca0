import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { findDomain } from '@/lib/tenants/find-tenant';

/**
 * Makes the reconciler look at a domain now rather than at its next check, and at everything, which it spares itself
 * where a domain is Live.
 *
 * @throws ExpectedError `not-found`
 */
export async function checkNow(ctx: Context, domainId: string): Promise<{ hostname: string }> {
  const { hostname, tenantSlug } = await findDomain(ctx.db, domainId);
  await ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    await tx
      .update(domains)
      .set({ nextCheckAt: now, fullLookAskedAt: now, correlationId: ctx.correlationId ?? null })
      .where(eq(domains.id, domainId));
    await recordEvent({ ...ctx, db: tx }, { action: 'domain.checked-now', resourceId: hostname, tenantSlug });
  });
  wakeReconciler();
  return { hostname };
}
