import 'server-only';
import { createHash } from 'node:crypto';
import { audited } from '@/lib/audit/audited';
import { requestCertificate as request } from '@/lib/aws/acm/request-certificate';
import { findRequestedCertificate } from '@/lib/domains/find-requested-certificate';
import { letGoOfCertificate } from '@/lib/domains/let-go-of-certificate';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { done, type TakeStep } from '@/lib/domains/steps/step';
import { updateDomain } from '@/lib/domains/steps/update-domain';
import { tagsFor } from '@/lib/domains/tags';

/**
 * Requests the domain's own certificate; one that timed out is let go of first, and the next round asks. The process may end between
 * ACM's answer and our note of it: then the search finds the certificate by its tag, and until ACM lists it, the same token gives the
 * same one (for an hour).
 */
export const requestCertificate: TakeStep = async ({ ctx, domain, observed }) => {
  const { hostname, tenantSlug } = domain.wanted;
  const given = observed.certificate.known ? observed.certificate.value : null;
  if (given?.status === 'VALIDATION_TIMED_OUT') {
    await letGoOfCertificate(ctx, domain, given, 'domain.certificate-timed-out');
    return done;
  }
  const found = await findRequestedCertificate(ctx, domain);
  const arn = found?.arn ?? (await ask());
  await updateDomain(ctx, domain.id, { certificateArn: arn, certificateOurs: true });
  return done;

  function ask(): Promise<string> {
    const tags = tagsFor(domain);
    const after = { domainName: hostname, tags };
    return audited(
      ctx,
      { action: 'domain.certificate-requested', resourceId: hostname, tenantSlug, after },
      () => request(ctx.aws, { domainName: hostname, idempotencyToken: tokenOf(domain), tags }),
      { after: (certificateArn) => ({ ...after, certificateArn }) },
    );
  }
};

/** `\w{1,32}`, one for each attempt: ACM answers a repeated token with the same certificate, even a failed one. */
function tokenOf({ id, certificateAttempt }: Pick<LoadedDomain, 'id' | 'certificateAttempt'>): string {
  if (certificateAttempt === 0) return id.replaceAll('-', '');
  return createHash('sha256').update(`${id}/${certificateAttempt}`).digest('hex').slice(0, 32);
}
