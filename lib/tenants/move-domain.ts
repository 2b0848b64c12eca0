import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { findTenant, noDomain } from '@/lib/tenants/find-tenant';
import type { MoveDomainInput } from '@/lib/tenants/schemas';

/**
 * Gives a domain to another tenant. Nothing that is served changes; the reconciler has the tags on AWS follow. Both tenants' stories tell it.
 *
 * @throws ExpectedError `invalid` at `to`, `conflict` while one of them is being removed, `not-found`
 */
export async function moveDomain(
  ctx: Context,
  { domainId, to }: MoveDomainInput,
): Promise<{ hostname: string; tenant: string; slug: string }> {
  const moved = await ctx.db.transaction(async (tx) => {
    const [domain] = await tx.select().from(domains).where(eq(domains.id, domainId)).for('update');
    if (domain === undefined) throw noDomain();
    const { hostname } = domain;
    if (domain.intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
    const [from] = await tx.select().from(tenants).where(eq(tenants.id, domain.tenantId));
    const [known] = await tx.select().from(tenants).where(eq(tenants.slug, to));
    if (known === undefined) throw refusal(`There is no tenant ${to}.`);
    if (from === undefined || known.id === from.id) throw refusal(`${hostname} is this tenant's already.`);
    const tenant = await findTenant(tx, to, { staying: true });
    const now = ctx.now();
    await tx
      .update(domains)
      .set({ tenantId: tenant.id, nextCheckAt: now, updatedAt: now, correlationId: ctx.correlationId ?? null })
      .where(eq(domains.id, domainId));
    const event = { resourceId: hostname, before: { tenant: from.slug }, after: { tenant: tenant.slug } };
    for (const tenantSlug of [from.slug, tenant.slug])
      await recordEvent({ ...ctx, db: tx }, { action: 'domain.moved', tenantSlug, ...event });
    return { hostname, tenant: tenant.name, slug: tenant.slug };
  });
  wakeReconciler();
  return moved;
}

function refusal(sentence: string): ExpectedError {
  return new ExpectedError('invalid', 'Nothing was changed: something in the form needs another look.', {
    fields: { to: sentence },
  });
}
