import 'server-only';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { needsReplacing } from '@/lib/certificates/needs-replacing';
import type { Context } from '@/lib/context';
import { letGoOfCertificate } from '@/lib/domains/let-go-of-certificate';
import { loadDomain } from '@/lib/domains/load-domain';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';

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
  const { certificateArn, certificateMode, hostname, intent } = domain.wanted;
  if (intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
  if (certificateMode !== 'dedicated' || certificateArn === null) {
    throw new ExpectedError('conflict', `${hostname} has no certificate of its own that could be requested again.`);
  }
  const before = await describeCertificate(ctx.aws, certificateArn);
  if (before !== null && !needsReplacing(before, ctx.now())) {
    throw new ExpectedError('conflict', `The certificate of ${hostname} has not failed or expired, so it is kept.`);
  }
  await letGoOfCertificate(ctx, domain, before, 'domain.certificate-given-up');
  wakeReconciler();
  return { hostname };
}
