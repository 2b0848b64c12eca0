import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { loadDomain } from '@/lib/domains/load-domain';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { noDomain } from '@/lib/tenants/find-tenant';
import { beginOffboarding } from './begin-offboarding';
import { type RemoveDomainInput, typedName } from './schemas';

/**
 * Asks for one domain of a tenant to be removed; the tenant stays, even without any. Asking twice is fine.
 *
 * @returns the report's id; null for a domain whose removal was asked for before there were reports
 * @throws ExpectedError `invalid` when the typed hostname differs, `not-found`
 */
export async function removeDomain(
  ctx: Context,
  { domainId, confirmHostname }: RemoveDomainInput,
): Promise<{ hostname: string; offboardingId: string | null }> {
  const done = await ctx.db.transaction(async (tx) => {
    const domain = await loadDomain(tx, domainId);
    if (domain === null) throw noDomain();
    const { hostname, tenantSlug, intent, kind, gatewayDomainName, certificateArn } = domain.wanted;
    if (typedName(confirmHostname) !== hostname) {
      throw new ExpectedError('invalid', 'Nothing was removed: the hostname typed differs.', {
        fields: { confirmHostname: `Type ${hostname} to confirm.` },
      });
    }
    if (intent === 'absent') return { hostname, offboardingId: domain.offboardingId };
    const inside = { ...ctx, db: tx };
    const { offboardingId } = await beginOffboarding(inside, domain.tenant, { hostname, domainIds: [domainId] });
    await recordEvent(inside, {
      action: 'domain.removal-requested',
      resourceId: hostname,
      tenantSlug,
      before: { hostname, kind, gatewayDomainName, certificateArn, offboardingId },
    });
    return { hostname, offboardingId };
  });
  wakeReconciler();
  return done;
}
