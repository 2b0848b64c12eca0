import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { recordEvent } from '@/lib/audit/record-event';
import { deleteCertificate } from '@/lib/aws/acm/delete-certificate';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { AwsError } from '@/lib/aws/errors';
import { needsReplacing } from '@/lib/certificates/needs-replacing';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import { ownsCertificate } from '@/lib/domains/ownership';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { Certificate } from '@/lib/inventory/model';

/**
 * Lets go of a certificate that ACM has given up, so that the reconciler requests a new one: the operator's way on after
 * 72 hours without the tenant's record, after a failure, or when it expired. The old one is deleted, unless the gateway
 * still serves it: then the reconciler switches the gateway over once the new one is issued.
 *
 * @throws ExpectedError `not-found`, `conflict` when the certificate may still be or become useful; AwsError
 */
export async function requestNewCertificate(ctx: Context, domainId: string): Promise<{ hostname: string }> {
  const domain = await loadDomain(ctx.db, domainId);
  if (domain === null) throw new ExpectedError('not-found', 'This domain does not exist any more.');
  const { certificateArn, certificateMode, hostname, tenantSlug, intent } = domain.wanted;
  if (intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
  if (certificateMode !== 'dedicated' || certificateArn === null) {
    throw new ExpectedError('conflict', `${hostname} has no certificate of its own that could be requested again.`);
  }
  const before = await describeCertificate(ctx.aws, certificateArn);
  if (before !== null && !needsReplacing(before, ctx.now())) {
    throw new ExpectedError('conflict', `The certificate of ${hostname} has not failed or expired, so it is kept.`);
  }
  const kept = before !== null && !(await removed(ctx, domain, before));
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(domains)
      .set({
        certificateArn: null,
        certificateOurs: false,
        certificateAttempt: sql`${domains.certificateAttempt} + 1`,
        ...(kept ? { replacesCertificateArn: certificateArn } : {}),
        nextCheckAt: now,
        correlationId: ctx.correlationId ?? null,
        updatedAt: now,
      })
      .where(and(eq(domains.id, domainId), eq(domains.certificateArn, certificateArn)))
      .returning({ id: domains.id });
    // Somebody else asked at the same time.
    if (changed === undefined) return;
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'domain.certificate-given-up',
        resourceId: hostname,
        tenantSlug,
        before: { certificateArn, status: before?.status ?? null },
        after: { certificateArn: null },
      },
    );
  });
  wakeReconciler();
  return { hostname };
}

/** Deletes a certificate that is the domain's own and that nothing serves. */
async function removed(ctx: Context, domain: LoadedDomain, before: Certificate): Promise<boolean> {
  if (!ownsCertificate(domain, before) || before.inUseBy.length > 0) return false;
  const { hostname, tenantSlug } = domain.wanted;
  try {
    await audited(ctx, { action: 'domain.certificate-removed', resourceId: hostname, tenantSlug, before }, () =>
      deleteCertificate(ctx.aws, before.arn),
    );
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'in-use') return false;
    throw error;
  }
}
