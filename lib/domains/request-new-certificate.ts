import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { deleteCertificate } from '@/lib/aws/acm/delete-certificate';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { loadDomain } from '@/lib/domains/load-domain';
import { ownsCertificate } from '@/lib/domains/ownership';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { Certificate } from '@/lib/inventory/model';

/** ACM never comes back to these; a certificate in any other state may still be or become useful. */
const over: Certificate['status'][] = ['FAILED', 'VALIDATION_TIMED_OUT', 'REVOKED'];

/**
 * Lets go of a domain's certificate that ACM has given up, so that the reconciler requests a new one: the operator's way
 * on after 72 hours without the tenant's record, or after a failure. The old one is deleted.
 *
 * @throws ExpectedError `not-found`, `conflict` when the certificate has not failed; AwsError
 */
export async function requestNewCertificate(ctx: Context, domainId: string): Promise<void> {
  const domain = await loadDomain(ctx.db, domainId);
  if (domain === null) throw new ExpectedError('not-found', 'This domain does not exist any more.');
  const { certificateArn, certificateMode, hostname, tenantSlug } = domain.wanted;
  if (certificateMode !== 'dedicated' || certificateArn === null) {
    throw new ExpectedError('conflict', `${hostname} has no certificate of its own that could be requested again.`);
  }
  const before = await describeCertificate(ctx.aws, certificateArn);
  if (before !== null && !over.includes(before.status)) {
    throw new ExpectedError('conflict', `The certificate of ${hostname} has not failed, so it is kept.`);
  }
  if (before !== null && ownsCertificate(domain, before)) {
    await audited(ctx, { action: 'domain.certificate-removed', resourceId: hostname, tenantSlug, before }, () =>
      deleteCertificate(ctx.aws, certificateArn),
    );
  }
  const now = ctx.now();
  await ctx.db
    .update(domains)
    .set({
      certificateArn: null,
      certificateOurs: false,
      certificateAttempt: sql`${domains.certificateAttempt} + 1`,
      nextCheckAt: now,
      updatedAt: now,
    })
    .where(and(eq(domains.id, domainId), eq(domains.certificateArn, certificateArn)));
  wakeReconciler();
}
