import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { recordEvent } from '@/lib/audit/record-event';
import { deleteCertificate } from '@/lib/aws/acm/delete-certificate';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { ownsCertificate } from '@/lib/domains/ownership';
import type { Certificate } from '@/lib/inventory/model';

/**
 * Forgets a domain's own certificate that ACM has given up, so that the next pass requests a new one; deletes it, unless something still serves it. Two at
 * once do it once.
 *
 * @param before null: ACM does not have it any more
 * @returns false when somebody else was first
 * @throws AwsError
 */
export async function letGoOfCertificate(
  ctx: Context,
  domain: LoadedDomain,
  before: Certificate | null,
  action: 'domain.certificate-given-up' | 'domain.certificate-timed-out',
): Promise<boolean> {
  const { certificateArn, hostname, tenantSlug } = domain.wanted;
  if (certificateArn === null) return false;
  const kept = before !== null && !(await removed(ctx, domain, before));
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(domains)
      .set({
        certificateArn: null,
        certificateOurs: false,
        certificateAttempt: sql`${domains.certificateAttempt} + 1`,
        // Whatever the gateway serves it goes on to serve; that may be an older one still.
        ...(kept && before.status !== 'VALIDATION_TIMED_OUT' ? { replacesCertificateArn: certificateArn } : {}),
        nextCheckAt: now,
        ...(action === 'domain.certificate-given-up' ? { correlationId: ctx.correlationId ?? null } : {}),
        updatedAt: now,
      })
      .where(and(eq(domains.id, domain.id), eq(domains.certificateArn, certificateArn)))
      .returning({ id: domains.id });
    if (changed === undefined) return false;
    await recordEvent(
      { ...ctx, db: tx },
      {
        action,
        resourceId: hostname,
        tenantSlug,
        before: { certificateArn, status: before?.status ?? null },
        after: { certificateArn: null },
      },
    );
    return true;
  });
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
