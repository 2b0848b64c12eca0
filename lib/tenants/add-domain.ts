import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { wakeReconciler } from '@/lib/domains/wake';
import { findTenant } from '@/lib/tenants/find-tenant';
import { holdTenant } from '@/lib/tenants/hold-tenant';
import { insertDomain } from '@/lib/tenants/insert-domain';
import { judgeDomain, requireConfirmation } from '@/lib/tenants/judge-domain';
import { takenBy } from '@/lib/tenants/onboard-tenant';
import type { AddDomainInput } from '@/lib/tenants/schemas';
import { violatedConstraint } from '@/lib/tenants/unique-violation';

/**
 * Gives a tenant another domain and hands it to the reconciler. The same submission twice makes one domain: its id is the
 * submission's.
 *
 * @throws ExpectedError `invalid` with sentences by form field; `not-found`, `conflict` for the tenant
 */
export async function addDomain(ctx: Context, input: AddDomainInput, network?: Network): Promise<{ slug: string }> {
  const { slug } = await findTenant(ctx.db, input.slug, { staying: true });
  if (await isThere(ctx, input.submissionId)) return { slug };
  const { report, wanted } = await judgeDomain(ctx, input, slug, network);
  const { phase = 'cut-over' } = input;
  // Nothing moves before the cut-over, which asks again.
  if (phase === 'cut-over') requireConfirmation(report, input.confirmHostname);
  try {
    await ctx.db.transaction(async (tx) => {
      const options = {
        id: input.submissionId,
        takeoverConfirmed: phase === 'cut-over' && report.needsConfirmation,
        phase,
        now: ctx.now(),
        correlationId: ctx.correlationId,
      };
      const { id: tenantId } = await holdTenant(tx, slug);
      await insertDomain(tx, tenantId, wanted, options);
      await recordEvent(
        { ...ctx, db: tx },
        { action: 'domain.added', resourceId: wanted.hostname, tenantSlug: slug, after: { ...wanted, phase } },
      );
    });
  } catch (error) {
    if (await isThere(ctx, input.submissionId)) return { slug };
    throw takenBy(violatedConstraint(error), input.kind) ?? error;
  }
  wakeReconciler();
  return { slug };
}

async function isThere(ctx: Context, id: string): Promise<boolean> {
  const rows = await ctx.db.select({ id: domains.id }).from(domains).where(eq(domains.id, id));
  return rows.length > 0;
}
