import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { noDomain } from '@/lib/tenants/find-tenant';
import type { RetirePredecessorInput } from '@/lib/tenants/schemas';

/**
 * Asks for the removal of a domain whose successor is Live. Asking twice is fine.
 *
 * @throws ExpectedError `invalid` when the typed hostname differs, `conflict` while there is no Live successor, `not-found`
 */
export async function retirePredecessor(
  ctx: Context,
  { domainId, confirmHostname }: RetirePredecessorInput,
): Promise<{ hostname: string }> {
  const hostname = await ctx.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ domain: domains, slug: tenants.slug })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId))
      .where(eq(domains.id, domainId));
    if (found === undefined) throw noDomain();
    const { domain, slug } = found;
    if (confirmHostname.toLowerCase() !== domain.hostname) {
      throw new ExpectedError('invalid', 'Nothing was removed: the hostname typed differs.', {
        fields: { confirmHostname: `Type ${domain.hostname} to confirm.` },
      });
    }
    const [successor] =
      domain.successorId === null ? [] : await tx.select().from(domains).where(eq(domains.id, domain.successorId));
    if (successor === undefined || successor.intent === 'absent' || successor.headline !== 'Live') {
      throw new ExpectedError(
        'conflict',
        `Nothing was removed: what takes the place of ${domain.hostname} is not Live.`,
        {
          fix: 'Wait until it is, so that nobody is left without an answer.',
        },
      );
    }
    if (domain.intent === 'absent') return domain.hostname;
    const now = ctx.now();
    await tx
      .update(domains)
      .set({ intent: 'absent', nextCheckAt: now, updatedAt: now, correlationId: ctx.correlationId ?? null })
      .where(eq(domains.id, domain.id));
    const before = { hostname: domain.hostname, successor: successor.hostname };
    const event = { resourceId: domain.hostname, tenantSlug: slug, before };
    await recordEvent({ ...ctx, db: tx }, { action: 'domain.removal-requested', ...event });
    return domain.hostname;
  });
  wakeReconciler();
  return { hostname };
}
