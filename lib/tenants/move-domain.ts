import 'server-only';
import { asc, eq, or } from 'drizzle-orm';
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
    const [seen] = await tx.select().from(domains).where(eq(domains.id, domainId));
    if (seen === undefined) throw noDomain();
    // Tenants before the domain, as a removal locks them, and in one order, so that nobody waits in a circle; none of them leaves meanwhile.
    await tx
      .select({ id: tenants.id })
      .from(tenants)
      .where(or(eq(tenants.id, seen.tenantId), eq(tenants.slug, to)))
      .orderBy(asc(tenants.id))
      .for('update');
    const [domain] = await tx.select().from(domains).where(eq(domains.id, domainId)).for('update');
    if (domain === undefined) throw noDomain();
    const { hostname } = domain;
    if (domain.tenantId !== seen.tenantId) throw new ExpectedError('conflict', `${hostname} was moved a moment ago.`);
    if (domain.intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
    const [from] = await tx.select().from(tenants).where(eq(tenants.id, domain.tenantId));
    const [known] = await tx.select().from(tenants).where(eq(tenants.slug, to));
    if (known === undefined) throw refusal(`There is no tenant ${to}.`);
    if (from === undefined || known.id === from.id) throw refusal(`${hostname} is this tenant's already.`);
    const tenant = await findTenant(tx, to, { staying: true });
    const now = ctx.now();
    await tx
      .update(domains)
      .set({
        tenantId: tenant.id,
        nextCheckAt: now,
        fullLookAskedAt: now,
        updatedAt: now,
        correlationId: ctx.correlationId ?? null,
      })
      .where(eq(domains.id, domainId));
    const [before, after] = [{ tenant: from.slug }, { tenant: tenant.slug }];
    // Who deals with one of the two tenants only does not learn of the other: the row that names both is neither's.
    for (const [tenantSlug, was, is] of [
      [null, before, after],
      [from.slug, before, {}],
      [tenant.slug, {}, after],
    ] as const) {
      const event = { action: 'domain.moved' as const, resourceId: hostname, tenantSlug, before: was, after: is };
      await recordEvent({ ...ctx, db: tx }, event);
    }
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
