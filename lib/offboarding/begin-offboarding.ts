import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { domains, offboardings } from '@/lib/db/schema';

/**
 * Opens the report of a removal and hands its domains to the reconciler. Domains that are leaving already keep the report that they have.
 * Runs in the caller's transaction (`ctx.db`); call `wakeReconciler` once that is committed.
 *
 * @param domainIds what goes; all of one tenant
 * @returns the report's id, and the hostnames that are leaving from now on
 */
export async function beginOffboarding(
  ctx: Context,
  tenant: { slug: string; name: string },
  { hostname, domainIds }: { hostname: string | null; domainIds: string[] },
): Promise<{ offboardingId: string; hostnames: string[] }> {
  const now = ctx.now();
  const [row] = await ctx.db
    .insert(offboardings)
    .values({
      tenantSlug: tenant.slug,
      tenantName: tenant.name,
      hostname,
      requestedAt: now,
      requestedBy: ctx.actor.name,
    })
    .returning({ id: offboardings.id });
  if (row === undefined) throw new Error('the removal was not written');
  if (domainIds.length === 0) return { offboardingId: row.id, hostnames: [] };
  // Also those that leave already: what is left of them is a matter of this click now.
  await ctx.db
    .update(domains)
    .set({ nextCheckAt: now, updatedAt: now, correlationId: ctx.correlationId ?? null })
    .where(inArray(domains.id, domainIds));
  const leaving = await ctx.db
    .update(domains)
    .set({ intent: 'absent', offboardingId: row.id, danglingConfirmed: false })
    .where(and(inArray(domains.id, domainIds), eq(domains.intent, 'present')))
    .returning({ hostname: domains.hostname });
  return { offboardingId: row.id, hostnames: leaving.map((one) => one.hostname).sort() };
}
